package io.tradewind.learning.network;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import ai.djl.engine.Engine;
import ai.djl.nn.Block;
import io.tradewind.learning.fit.FitFailedException;
import io.tradewind.learning.fit.FitRequest;
import io.tradewind.learning.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Every option of every architecture is exported as it was trained. */
class NetworkExportTest {

    private static final List<Integer> UNITS = List.of(6, 5);

    record Variant(String architecture, Map<String, Object> hyperparameters, Task task) {}

    static Stream<Variant> variants() {
        return Stream.of(recurrent(), convolutional(), transformer(), others()).flatMap(each -> each);
    }

    private static Stream<Variant> recurrent() {
        return Stream.of("LSTM", "GRU").flatMap(cell -> Stream.of(false, true).flatMap(both -> Stream.of(false, true)
                .map(attention -> new Variant(
                        cell,
                        Map.of(
                                "units",
                                both ? UNITS : List.of(7),
                                "denseUnits",
                                4,
                                "bidirectional",
                                both,
                                "attention",
                                attention,
                                "dropout",
                                both ? 0.3 : 0),
                        Task.DIRECTION))));
    }

    private static Stream<Variant> convolutional() {
        return Stream.of("max", "average", "none").flatMap(pooling -> Stream.of(1, 3, 5)
                .map(kernel -> new Variant(
                        "CNN",
                        Map.of("filters", UNITS, "kernel", kernel, "pooling", pooling, "denseUnits", 4),
                        Task.DIRECTION)));
    }

    private static Stream<Variant> transformer() {
        return Stream.of(1, 2, 4).flatMap(heads -> Stream.of(true, false)
                .map(positions -> new Variant(
                        "TRANSFORMER",
                        Map.of(
                                "modelDimension",
                                8,
                                "heads",
                                heads,
                                "keyDimension",
                                3,
                                "layers",
                                heads == 4 ? 3 : 1,
                                "feedForward",
                                12,
                                "denseUnits",
                                4,
                                "positionalEncoding",
                                positions,
                                "dropout",
                                0.1),
                        Task.DIRECTION)));
    }

    private static Stream<Variant> others() {
        return Stream.of(
                new Variant("LSTM", Map.of("units", UNITS), Task.RETURN),
                new Variant("TRANSFORMER", Map.of("modelDimension", 8), Task.RETURN),
                new Variant("MLP", Map.of("units", UNITS), Task.DIRECTION),
                new Variant("MLP", Map.of("units", UNITS), Task.RETURN),
                new Variant("MLP", Map.of("units", UNITS, "classWeights", "balanced"), Task.PATTERNS),
                new Variant("CNN", Map.of("filters", UNITS), Task.PATTERNS),
                new Variant("PATTERN_CNN", Map.of("filters", UNITS), Task.PATTERNS),
                new Variant("PATTERN_CNN", Map.of("pooling", "max", "kernel", 5), Task.PATTERNS));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void onnxAnswersAsTheTrainedNetwork(Variant variant) {
        // Given
        FitRequest request = Requests.of(variant.architecture(), variant.hyperparameters(), variant.task());
        Engine engine = Engine.getEngine("PyTorch");
        try (Network network = NetworkFitter.network(engine, request)) {
            TargetScale scale = TargetScale.of(request.training());
            NetworkFitter.loop(engine, network, request, scale).run();

            // When
            byte[] model = NetworkExport.export(network, request, scale);

            // Then
            assertThat(NetworkExport.largestDifference(network, model, request, scale))
                    .isBetween(0.0, 1e-5);
        }
    }

    @Test
    void refusesANetworkThatOnnxDoesNotAnswerAlike() {
        // Given
        FitRequest request = Requests.of("MLP", Map.of("units", UNITS), Task.RETURN);
        DenseLayer dense = new DenseLayer(1, false);
        List<NetworkLayer> layers = List.of(ShapeLayer.flatten(), new Forgetful(dense));
        Engine.getEngine("PyTorch").setRandomSeed(1);
        try (Network network = new Network(layers, 8, 5)) {
            // When / Then
            assertThatThrownBy(() -> NetworkExport.export(network, request, TargetScale.of(request.training())))
                    .isInstanceOf(FitFailedException.class)
                    .hasMessageStartingWith(
                            "the exported network must answer within 1.0E-5 of the trained one, was off by");
        }
    }

    /** A layer whose export leaves out what the trained one does: it halves. */
    private record Forgetful(NetworkLayer whole) implements NetworkLayer {

        @Override
        public Block block() {
            return whole.block();
        }

        @Override
        public String export(OnnxGraph graph, String input) {
            String half = graph.weights("half", new float[] {0.5f});
            return graph.node("Mul", List.of(whole.export(graph, input), half));
        }
    }
}
