package io.tradewind.learning.foreign;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.tradewind.learning.bundle.Bundle;
import io.tradewind.learning.bundle.BundleRefusedException;
import io.tradewind.learning.bundle.BundleRefusedException.Reason;
import io.tradewind.learning.bundle.BundleWriter;
import io.tradewind.learning.prediction.Predictor;
import io.tradewind.learning.task.Forecast;
import io.tradewind.learning.task.Task;
import io.tradewind.market.feature.FeatureSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.tradewind.learning.foreign.PlainOnnx.ANY;
import static io.tradewind.learning.foreign.PlainOnnx.DOUBLE;
import static io.tradewind.learning.foreign.PlainOnnx.FLOAT;
import static io.tradewind.learning.foreign.PlainOnnx.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** An ONNX file that others wrote becomes a bundle that serves, or is refused with a reason its owner can act on. */
class ForeignModelTest {

    private static final FeatureSet FEATURES = FeatureSet.of(List.of("log_return_1", "rsi_14"));
    private static final float[] WEIGHTS = {0, 0, 0, 0, -2, 2, 0, 0};

    @TempDir
    private Path folder;

    private static ForeignSchema schema(Task task, int window) {
        return ForeignSchema.onCatalogue(task, List.of(1), window, FEATURES, "BTCUSD", "1h");
    }

    private static byte[] network() {
        return PlainOnnx.network(2, 2, WEIGHTS, 2)
                .output("y", FLOAT, ANY, 2)
                .node("Softmax", "scores", "y", integer("axis", 1))
                .bytes();
    }

    private static void refused(ForeignSchema schema, byte[] onnx, Reason reason, String message) {
        assertThatThrownBy(() -> ForeignModel.of(schema, onnx))
                .isInstanceOfSatisfying(BundleRefusedException.class, e -> assertThat(e.reason())
                        .isEqualTo(reason))
                .hasMessageContaining(message);
    }

    @Test
    void aNetworkOverWindowsServes() {
        // When
        Bundle bundle =
                BundleWriter.write(ForeignModel.of(schema(Task.DIRECTION, 2), network()), folder.resolve("bundle"));

        // Then: the third value of the window is the newest row's first feature
        try (Predictor predictor = Predictor.open(bundle)) {
            Forecast[] forecasts = predictor.predictBatch(new double[] {9, 9, 0.5, 9, 9, 9, -0.5, 9}, 2);
            double up = 1 / (1 + Math.exp(-2));
            assertThat(forecasts[0].outputs()[1]).isCloseTo(up, within(1e-6));
            assertThat(forecasts[0].direction()).isEqualTo(1);
            assertThat(forecasts[1].outputs()[1]).isCloseTo(1 - up, within(1e-6));
            assertThat(predictor.features()).containsExactly("log_return_1", "rsi_14");
        }
        assertThat(bundle.manifest().architecture()).isEqualTo("ONNX");
        assertThat(bundle.manifest().featureSet()).isEqualTo("custom");
    }

    @Test
    void nobodyJudgedItSoItsGatesFail() {
        Bundle bundle =
                BundleWriter.write(ForeignModel.of(schema(Task.DIRECTION, 2), network()), folder.resolve("bundle"));

        assertThat(bundle.evaluation().gates().passed()).isFalse();
        assertThat(bundle.reference().features()).isEmpty();
        assertThat(bundle.importance().features()).isEmpty();
    }

    @Test
    void aScikitLearnClassifierServesAlthoughItsClassIsAnOutputToo() {
        // When
        Bundle bundle = BundleWriter.write(
                ForeignModel.of(schema(Task.DIRECTION, 1), PlainOnnx.scikitLogistic(3, 0)), folder.resolve("bundle"));

        // Then
        try (Predictor predictor = Predictor.open(bundle)) {
            double up = predictor.predict(new double[] {0.2, 50}).outputs()[1];
            assertThat(up).isCloseTo(1 / (1 + Math.exp(-2 * 3 * 0.2)), within(1e-6));
        }
    }

    @Test
    void regressionsOverSeveralHorizonsServe() {
        // Given
        ForeignSchema schema = ForeignSchema.onCatalogue(Task.RETURN, List.of(5, 1), 1, FEATURES, "BTCUSD", "1h");
        byte[] onnx = PlainOnnx.network(1, 2, new float[] {1, 2, 0, 0}, 2)
                .output("returns", FLOAT, ANY, 2)
                .node("Identity", "scores", "returns")
                .bytes();

        // When
        Bundle bundle = BundleWriter.write(ForeignModel.of(schema, onnx), folder.resolve("bundle"));

        // Then
        try (Predictor predictor = Predictor.open(bundle)) {
            assertThat(predictor.outputs()).containsExactly("expectedReturn_5", "expectedReturn_1");
            assertThat(predictor.predict(new double[] {0.25, 7}).outputs()).containsExactly(0.25, 0.5);
        }
    }

    @Test
    void featuresOfItsOwnArePinnedInTheirOrder() throws Exception {
        // Given
        ForeignSchema schema = ForeignSchema.onOwnFeatures(
                Task.DIRECTION, List.of(1), 2, List.of("mood", "moon_phase"), "BTCUSD", "1h");
        Bundle bundle = BundleWriter.write(ForeignModel.of(schema, network()), folder.resolve("bundle"));
        assertThat(bundle.manifest().featureSet()).isEqualTo("foreign");

        // When
        Path manifest = bundle.directory().resolve(Bundle.MANIFEST);
        String json = Files.readString(manifest);
        assertThat(json).contains("\"mood\", \"moon_phase\"");
        Files.write(
                manifest,
                json.replace("\"mood\", \"moon_phase\"", "\"moon_phase\", \"mood\"")
                        .getBytes(StandardCharsets.UTF_8));

        // Then
        assertThatThrownBy(() -> Bundle.open(bundle.directory()))
                .isInstanceOfSatisfying(BundleRefusedException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.WRONG_FEATURE_SCHEMA));
    }

    @Test
    void refusesWhatIsNoOnnxFileOrNeedsWhatTheRuntimeLacks() {
        refused(
                schema(Task.DIRECTION, 2),
                "pickle".getBytes(StandardCharsets.UTF_8),
                Reason.UNREADABLE,
                "the network cannot be run");
        byte[] opset = PlainOnnx.network(2, 2, WEIGHTS, 2)
                .opset("", 999)
                .output("y", FLOAT, ANY, 2)
                .node("Softmax", "scores", "y")
                .bytes();
        refused(schema(Task.DIRECTION, 2), opset, Reason.UNREADABLE, "opset");
        byte[] operator = PlainOnnx.network(2, 2, WEIGHTS, 2)
                .opset("", 13)
                .opset("com.theirs", 1)
                .output("y", FLOAT, ANY, 2)
                .node("Crystal", "com.theirs", List.of("scores"), List.of("y"))
                .bytes();
        refused(schema(Task.DIRECTION, 2), operator, Reason.UNREADABLE, "Crystal");
    }

    @Test
    void refusesOtherShapesAndTypesThanDeclared() {
        refused(schema(Task.DIRECTION, 3), network(), Reason.WRONG_SHAPE, "must have shape [-1, 3, 2], has [-1, 2, 2]");
        refused(schema(Task.RETURN, 2), network(), Reason.WRONG_SHAPE, "must have shape [-1, 1], has [-1, 2]");
        byte[] oneAtATime = new PlainOnnx()
                .input("x", FLOAT, 1, 2)
                .output("y", FLOAT, 1, 2)
                .node("Softmax", "x", "y")
                .bytes();
        refused(schema(Task.DIRECTION, 1), oneAtATime, Reason.WRONG_SHAPE, "has [1, 2]");
        byte[] doubles = new PlainOnnx()
                .input("x", DOUBLE, ANY, 2)
                .output("y", DOUBLE, ANY, 2)
                .node("Softmax", "x", "y")
                .bytes();
        refused(schema(Task.DIRECTION, 1), doubles, Reason.WRONG_SHAPE, "input x must be of 32-bit floats, is DOUBLE");
        byte[] twoInputs = new PlainOnnx()
                .input("a", FLOAT, ANY, 2)
                .input("b", FLOAT, ANY, 2)
                .output("y", FLOAT, ANY, 2)
                .node("Add", "", List.of("a", "b"), List.of("s"))
                .node("Softmax", "s", "y")
                .bytes();
        refused(schema(Task.DIRECTION, 1), twoInputs, Reason.WRONG_SHAPE, "must have one input, has 2");
        byte[] twoOutputs = new PlainOnnx()
                .input("x", FLOAT, ANY, 2)
                .output("y", FLOAT, ANY, 2)
                .output("z", FLOAT, ANY, 2)
                .node("Softmax", "x", "y")
                .node("Identity", "x", "z")
                .bytes();
        refused(schema(Task.DIRECTION, 1), twoOutputs, Reason.WRONG_SHAPE, "has y [-1, 2], z [-1, 2]");
    }

    @Test
    void refusesWhatOnlyRunningItShows() {
        byte[] logits = PlainOnnx.network(2, 2, WEIGHTS, 2)
                .output("y", FLOAT, ANY, 2)
                .node("Identity", "scores", "y")
                .bytes();
        refused(schema(Task.DIRECTION, 2), logits, Reason.WRONG_OUTPUT, "add the softmax or sigmoid to the graph");
        byte[] notFinite = PlainOnnx.network(2, 2, new float[] {1, 1, 1, 1}, 1)
                .output("y", FLOAT, ANY, 1)
                .node("Log", "scores", "y")
                .bytes();
        refused(schema(Task.RETURN, 2), notFinite, Reason.WRONG_OUTPUT, "finite values");
        byte[] random = PlainOnnx.network(2, 2, WEIGHTS, 2)
                .output("y", FLOAT, ANY, 2)
                .node("RandomNormalLike", "scores", "noise")
                .node("Softmax", "noise", "y", integer("axis", 1))
                .bytes();
        refused(schema(Task.DIRECTION, 2), random, Reason.WRONG_OUTPUT, "is there dropout in it?");
        byte[] acrossTheBatch = PlainOnnx.network(2, 2, new float[] {0, 0, 0, 0, 1, 2, 0, 0}, 2)
                .output("y", FLOAT, ANY, 2)
                .node("ReduceSum", "scores", "sum", integer("keepdims", 1))
                .node("Tanh", "sum", "bounded")
                .node("Add", "", List.of("scores", "bounded"), List.of("shifted"))
                .node("Abs", "shifted", "positive")
                .node("Mul", "", List.of("positive", "bounded"), List.of("mixed"))
                .node("Softmax", "mixed", "y", integer("axis", 1))
                .bytes();
        refused(schema(Task.DIRECTION, 2), acrossTheBatch, Reason.WRONG_OUTPUT, "alone as among others");
    }

    @Test
    void refusesSchemasThatContradictThemselves() {
        ForeignSchema other = new ForeignSchema(
                Task.DIRECTION,
                List.of(1),
                2,
                "stationary",
                List.of("rsi_14", "log_return_1"),
                "BTCUSD",
                "1h",
                schema(Task.DIRECTION, 2).label());
        refused(other, network(), Reason.UNKNOWN_FEATURES, "features of the set stationary must be");
        assertThatThrownBy(() -> ForeignSchema.onCatalogue(Task.DIRECTION, List.of(1, 5), 2, FEATURES, "BTCUSD", "1h"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("DIRECTION must have one horizon, had [1, 5]");
    }
}
