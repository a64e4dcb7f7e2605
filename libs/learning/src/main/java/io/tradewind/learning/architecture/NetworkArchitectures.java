package io.tradewind.learning.architecture;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.tradewind.learning.task.Task;

import static io.tradewind.learning.architecture.ParameterDefinition.choice;
import static io.tradewind.learning.architecture.ParameterDefinition.decimal;
import static io.tradewind.learning.architecture.ParameterDefinition.flag;
import static io.tradewind.learning.architecture.ParameterDefinition.integer;
import static io.tradewind.learning.architecture.ParameterDefinition.integers;
import static io.tradewind.learning.architecture.ParameterDefinition.oddInteger;

/** Parameter schemas of the neural networks. */
final class NetworkArchitectures {

    private static final int RECURRENT_MINIMUM_ROWS = 252;
    private static final int OTHER_MINIMUM_ROWS = 126;
    private static final TrainingDefaults TRAINING = new TrainingDefaults(32, 10, 128, 0.001, 10);

    /** Of trees too. */
    static final ParameterDefinition CLASS_WEIGHTS = choice(
            "classWeights",
            "none",
            List.of("none", "balanced"),
            "Balanced weighs rare classes and labels more, as much as they are rarer in the training rows.");

    private static final List<ParameterDefinition> TRAINING_PARAMETERS = List.of(
            decimal("weightDecay", 0.0, 0, 1, "Decoupled weight decay of AdamW; 0 is plain Adam."),
            decimal("gradientClip", 1.0, 0, 1000, "Largest norm of all gradients together; 0 leaves them as they are."),
            choice(
                    "schedule",
                    "constant",
                    List.of("constant", "cosine", "step", "one-cycle"),
                    "How the learning rate goes on after its warm-up; one-cycle rises over the warm-up, or 30 % of the epochs."),
            decimal("warmupEpochs", 0, 0, 1000, "Epochs over which the learning rate rises to the plan's."),
            decimal("minimumLearningRate", 0, 0, 1, "Where cosine and one-cycle end, and step stops."),
            integer("stepEpochs", 5, 1, 10_000, "Epochs between two steps down of the schedule step."),
            decimal("stepFactor", 0.5, 0.01, 1, "What the schedule step multiplies the learning rate by."),
            CLASS_WEIGHTS);

    private static final List<Task> TASKS = List.of(Task.values());

    private NetworkArchitectures() {}

    static ArchitectureDefinition lstm() {
        return recurrent(
                "LSTM",
                "Stacked long short-term memory layers over a window of feature rows, then a dense head.",
                "Sequences whose order matters over tens of bars.");
    }

    static ArchitectureDefinition gru() {
        return recurrent(
                "GRU",
                "Stacked gated recurrent layers over a window of feature rows, then a dense head.",
                "As LSTM with a quarter fewer weights; often as good on short windows.");
    }

    private static ArchitectureDefinition recurrent(String name, String description, String useCase) {
        return new ArchitectureDefinition(
                name,
                Family.NETWORK,
                description,
                useCase,
                TASKS,
                trained(
                        integers(
                                "units", List.of(128, 64, 32), 1, 512, "Units of each recurrent layer, first to last."),
                        integer("denseUnits", 16, 1, 512, "Units of the dense layer before the output."),
                        dropout(),
                        flag("bidirectional", false, "Read the window in both directions."),
                        flag("attention", false, "Pool all time steps by attention instead of taking the newest.")),
                RECURRENT_MINIMUM_ROWS,
                Map.of(
                        "default", Map.of("units", List.of(128, 64, 32), "denseUnits", 16),
                        "small", Map.of("units", List.of(32), "denseUnits", 16)),
                TRAINING);
    }

    static ArchitectureDefinition mlp() {
        return new ArchitectureDefinition(
                "MLP",
                Family.NETWORK,
                "Dense layers over the flattened window.",
                "A fast yardstick for the other networks.",
                TASKS,
                trained(
                        integers("units", List.of(64, 32), 1, 1024, "Units of each dense layer, first to last."),
                        dropout()),
                OTHER_MINIMUM_ROWS,
                Map.of("default", Map.of("units", List.of(64, 32)), "small", Map.of("units", List.of(32, 16))),
                new TrainingDefaults(8, 10, 128, 0.001, 10));
    }

    static ArchitectureDefinition cnn() {
        return new ArchitectureDefinition(
                "CNN",
                Family.NETWORK,
                "Convolutions over time with batch normalisation and pooling, then a dense head over what is left of the window.",
                "Short shapes wherever in the window they stand.",
                TASKS,
                trained(
                        integers("filters", List.of(32, 64), 1, 512, "Filters of each convolution, first to last."),
                        oddInteger("kernel", 3, 1, 31, "Steps a filter sees."),
                        choice("pooling", "max", List.of("max", "average", "none"), "How pairs of steps become one."),
                        integer("denseUnits", 32, 1, 512, "Units of the dense layer before the output."),
                        dropout()),
                OTHER_MINIMUM_ROWS,
                Map.of("default", Map.of("filters", List.of(32, 64)), "small", Map.of("filters", List.of(16, 32))),
                TRAINING);
    }

    static ArchitectureDefinition patternCnn() {
        return new ArchitectureDefinition(
                "PATTERN_CNN",
                Family.NETWORK,
                "Three convolutions over raw candles, each window normalised in the network, then a dense head.",
                "Recognises candlestick patterns that the newest candle completes; it forecasts no direction.",
                List.of(Task.PATTERNS),
                trained(
                        integers(
                                "filters", List.of(32, 64, 128), 1, 512, "Filters of each convolution, first to last."),
                        oddInteger("kernel", 3, 1, 31, "Candles a filter sees."),
                        choice("pooling", "none", List.of("max", "average", "none"), "How pairs of steps become one."),
                        integer("denseUnits", 64, 1, 512, "Units of the dense layer before the output."),
                        dropout()),
                OTHER_MINIMUM_ROWS,
                Map.of(
                        "default", Map.of("filters", List.of(32, 64, 128), "schedule", "one-cycle"),
                        "small", Map.of("filters", List.of(16, 32, 64), "denseUnits", 32, "schedule", "one-cycle")),
                new TrainingDefaults(20, 30, 64, 0.003, 10, TrainingDefaults.CANDLES));
    }

    static ArchitectureDefinition transformer() {
        return new ArchitectureDefinition(
                "TRANSFORMER",
                Family.NETWORK,
                "Self-attention over the window's steps with positional encoding, read at the newest step.",
                "Long windows in which far steps matter; wants much data.",
                TASKS,
                trained(
                        integer("modelDimension", 64, 4, 512, "Values per step between layers."),
                        integer("heads", 4, 1, 16, "Attention heads."),
                        integer("keyDimension", 32, 2, 128, "Values per head."),
                        integer("layers", 1, 1, 8, "Encoder layers."),
                        integer("feedForward", 128, 4, 2048, "Units of the feed-forward part."),
                        integer("denseUnits", 32, 1, 512, "Units of the dense layer before the output."),
                        flag("positionalEncoding", true, "Tell the steps apart by sines and cosines."),
                        dropout()),
                OTHER_MINIMUM_ROWS,
                Map.of(
                        "default", Map.of("heads", 4, "keyDimension", 32),
                        "small", Map.of("modelDimension", 32, "heads", 2, "keyDimension", 16, "feedForward", 64)),
                TRAINING);
    }

    private static ParameterDefinition dropout() {
        return decimal("dropout", 0.2, 0, 0.9, "Share of activations dropped while training.");
    }

    /** An architecture's own parameters and those of the training that all networks share. */
    private static List<ParameterDefinition> trained(ParameterDefinition... own) {
        return Stream.concat(Stream.of(own), TRAINING_PARAMETERS.stream()).toList();
    }
}
