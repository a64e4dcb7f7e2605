package io.tradewind.learning.architecture;

import java.util.List;
import java.util.Map;

import static io.tradewind.learning.architecture.ParameterDefinition.decimal;
import static io.tradewind.learning.architecture.ParameterDefinition.flag;
import static io.tradewind.learning.architecture.ParameterDefinition.integer;
import static io.tradewind.learning.architecture.ParameterDefinition.integers;

/** Parameter schemas of the neural networks. */
final class NetworkArchitectures {

    private static final int LSTM_MINIMUM_ROWS = 252;

    private NetworkArchitectures() {}

    static ArchitectureDefinition lstm() {
        return new ArchitectureDefinition(
                "LSTM",
                Family.NETWORK,
                "Stacked long short-term memory layers over a window of feature rows, then a dense head.",
                "Sequences whose order matters over tens of bars.",
                List.of(
                        integers("units", List.of(128, 64, 32), 1, 512, "Units of each LSTM layer, first to last."),
                        integer("denseUnits", 16, 1, 512, "Units of the dense layer before the output."),
                        decimal("dropout", 0.2, 0, 0.9, "Share of activations dropped after each LSTM layer."),
                        flag("bidirectional", false, "Read the window in both directions."),
                        flag("attention", false, "Pool all time steps by attention instead of taking the newest."),
                        weightDecay()),
                LSTM_MINIMUM_ROWS,
                Map.of(
                        "default", Map.of("units", List.of(128, 64, 32), "denseUnits", 16),
                        "small", Map.of("units", List.of(32), "denseUnits", 16)),
                new TrainingDefaults(32, 10, 128, 0.001, 10));
    }

    static ParameterDefinition weightDecay() {
        return decimal("weightDecay", 0.0, 0, 1, "Decoupled weight decay of AdamW; 0 is plain Adam.");
    }
}
