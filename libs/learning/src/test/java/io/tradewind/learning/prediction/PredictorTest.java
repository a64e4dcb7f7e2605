package io.tradewind.learning.prediction;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.tradewind.learning.bundle.Bundle;
import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.bundle.BundleRefusedException;
import io.tradewind.learning.bundle.BundleWriter;
import io.tradewind.learning.onnx.OnnxSessions;
import io.tradewind.learning.prediction.PredictionRefusedException.Reason;
import io.tradewind.learning.task.Forecast;
import io.tradewind.learning.training.CancellationToken;
import io.tradewind.learning.training.ProgressListener;
import io.tradewind.learning.training.Trainer;
import io.tradewind.learning.training.TrainingPlan;
import io.tradewind.learning.training.TrainingResult;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.synthetic.SyntheticMarket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class PredictorTest {

    private static final List<String> FEATURES = List.of("log_return_1", "rsi_14", "volatility_20");
    private static final int WINDOW = 4;

    @TempDir
    private static Path folder;

    private static TrainingResult network;
    private static Bundle networkBundle;
    private static Bundle treeBundle;

    @BeforeAll
    static void train() {
        network = train("LSTM", Map.of("units", List.of(4), "denseUnits", 4));
        networkBundle = BundleWriter.write(network, folder.resolve("network"));
        treeBundle = BundleWriter.write(train("XGBOOST", Map.of("maxDepth", 3)), folder.resolve("trees"));
    }

    private static TrainingResult train(String architecture, Map<String, Object> hyperparameters) {
        return Trainer.train(
                TrainingPlan.builder(architecture)
                        .hyperparameters(hyperparameters)
                        .features(FEATURES)
                        .window(WINDOW)
                        .epochs(3)
                        .build(),
                SyntheticMarket.generate(3, 600, Timeframe.parse("1h"), 0),
                ProgressListener.NONE,
                new CancellationToken());
    }

    private static double[] windows(int count) {
        SplittableRandom random = new SplittableRandom(1);
        return random.doubles((long) count * WINDOW * FEATURES.size()).toArray();
    }

    @Test
    void batchesForecastLikeSingleRowsFromAnyThread() {
        for (Bundle bundle : List.of(networkBundle, treeBundle)) {
            try (Predictor predictor = Predictor.open(bundle)) {
                // Given
                double[] windows = windows(64);
                int length = WINDOW * FEATURES.size();

                // When
                Forecast[] batch = predictor.predictBatch(windows, 64);
                double[] singles = IntStream.range(0, 64)
                        .parallel()
                        .mapToObj(i -> predictor.predict(Arrays.copyOfRange(windows, i * length, (i + 1) * length)))
                        .mapToDouble(Forecast::confidence)
                        .toArray();

                // Then
                for (int i = 0; i < 64; i++) {
                    assertThat(singles[i])
                            .isCloseTo(batch[i].confidence(), org.assertj.core.api.Assertions.within(1e-6));
                }
                assertThat(predictor.window()).isEqualTo(WINDOW);
                assertThat(predictor.features()).isEqualTo(FEATURES);
                assertThat(predictor.outputs()).containsExactly("down", "up");
            }
        }
    }

    @Test
    void writesTheSameOutputsIntoTheCallersArray() {
        for (Bundle bundle : List.of(networkBundle, treeBundle)) {
            try (Predictor predictor = Predictor.open(bundle)) {
                // Given
                double[] windows = windows(3);
                int length = WINDOW * FEATURES.size();
                Forecast[] expected = predictor.predictBatch(windows, 3);
                double[] outputs = new double[2];

                for (int i = 0; i < 3; i++) {
                    // When
                    predictor.predictInto(windows, i * length, outputs);

                    // Then
                    assertThat(outputs)
                            .containsExactly(expected[i].outputs(), org.assertj.core.api.Assertions.within(1e-6));
                }
                assertThatThrownBy(() -> predictor.predictInto(windows, 2 * length + 1, outputs))
                        .isInstanceOf(PredictionRefusedException.class)
                        .hasMessage("a window of 4 rows x 3 features must have 12 values from 25 on, had 11");
                assertThatThrownBy(() -> predictor.predictInto(windows, 0, new double[3]))
                        .isInstanceOf(PredictionRefusedException.class)
                        .hasMessage("outputs must have room for 2, had 3");
            }
        }
    }

    @Test
    void refusesWrongShapesNamingThem() {
        for (Bundle bundle : List.of(networkBundle, treeBundle)) {
            try (Predictor predictor = Predictor.open(bundle)) {
                assertThatThrownBy(() -> predictor.predict(new double[5]))
                        .isInstanceOfSatisfying(
                                PredictionRefusedException.class,
                                refused -> assertThat(refused.reason()).isEqualTo(Reason.WRONG_SHAPE))
                        .hasMessage("1 windows of 4 rows x 3 features must have 12 values, had 5");
                assertThatThrownBy(() -> predictor.predictBatch(new double[0], 0))
                        .isInstanceOf(PredictionRefusedException.class);
            }
        }
    }

    @Test
    void networksRefuseMissingValuesThatTreesAccept() {
        double[] window = windows(1);
        window[7] = Double.NaN;
        try (Predictor predictor = Predictor.open(networkBundle);
                Predictor trees = Predictor.open(treeBundle)) {
            assertThat(predictor.acceptsMissing()).isFalse();
            assertThatThrownBy(() -> predictor.predict(window))
                    .isInstanceOfSatisfying(PredictionRefusedException.class, refused -> assertThat(refused.reason())
                            .isEqualTo(Reason.NOT_FINITE))
                    .hasMessage("row 2 of window 0 must be finite in rsi_14, was NaN");
            assertThat(trees.acceptsMissing()).isTrue();
            assertThat(trees.predict(window).outputs()).hasSize(2);
            window[7] = Double.POSITIVE_INFINITY;
            assertThatThrownBy(() -> trees.predict(window))
                    .isInstanceOf(PredictionRefusedException.class)
                    .hasMessage("rsi_14 must not be infinite");
        }
    }

    @Test
    void forecastsNothingOnceClosed() {
        for (Bundle bundle : List.of(networkBundle, treeBundle)) {
            Predictor predictor = Predictor.open(bundle);
            predictor.predict(windows(1));
            predictor.close();
            predictor.close();
            assertThatThrownBy(() -> predictor.predict(windows(1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the predictor is closed");
        }
    }

    @Test
    void refusesModelsOfOtherShapesThanTheirManifestSays() throws IOException {
        assertThatThrownBy(() -> PredictorFactory.of(window(networkBundle.manifest(), 5), network.model()))
                .isInstanceOf(BundleRefusedException.class)
                .hasMessage("the network's input must have shape [-1, 5, 3], has [-1, 4, 3]");
        byte[] trees = Files.readAllBytes(treeBundle.modelFile());
        assertThatThrownBy(() -> PredictorFactory.of(window(treeBundle.manifest(), 5), trees))
                .isInstanceOf(BundleRefusedException.class)
                .hasMessage("the model must take 5 rows x 3 features = 15 values, takes 12");
        assertThatThrownBy(() -> PredictorFactory.of(networkBundle.manifest(), new byte[] {1, 2, 3}))
                .isInstanceOf(BundleRefusedException.class)
                .hasMessageStartingWith("the network cannot be loaded");
        assertThatThrownBy(() -> PredictorFactory.of(treeBundle.manifest(), new byte[] {1, 2, 3}))
                .isInstanceOf(BundleRefusedException.class)
                .hasMessageStartingWith("model.json: the model is not JSON");
    }

    private static BundleManifest window(BundleManifest manifest, int window) {
        return new BundleManifest(
                manifest.formatVersion(),
                manifest.architecture(),
                manifest.hyperparameters(),
                manifest.task(),
                manifest.horizonBars(),
                window,
                manifest.featureNames(),
                manifest.featureSchemaHash(),
                manifest.featureSet(),
                manifest.outputNames(),
                manifest.scaler(),
                manifest.label(),
                manifest.calibration(),
                manifest.seed(),
                manifest.data(),
                manifest.createdAt(),
                manifest.codeVersion(),
                manifest.runtime(),
                manifest.modelFile(),
                manifest.files());
    }

    @Test
    void aForgottenPredictorIsFreedAndFailsTheTest() throws InterruptedException {
        // Given
        ForgottenPredictors.check();
        int open = PredictorLeaks.open();
        long forgotten = PredictorLeaks.forgotten();

        // When
        double confidence = Predictor.open(networkBundle).predict(windows(1)).confidence();

        // Then
        assertThat(confidence).isPositive();
        assertThatThrownBy(ForgottenPredictors::check)
                .isInstanceOf(AssertionError.class)
                .hasMessage("1 predictors were never closed; the log says where they were opened");
        assertThat(PredictorLeaks.forgotten()).isEqualTo(forgotten + 1);
        assertThat(PredictorLeaks.open()).isEqualTo(open);
        ForgottenPredictors.check();
    }

    @Test
    void closingFreesAtOnce() {
        int open = PredictorLeaks.open();
        Predictor predictor = Predictor.open(networkBundle);
        assertThat(PredictorLeaks.open()).isEqualTo(open + 1);

        predictor.close();
        predictor.close();

        assertThat(PredictorLeaks.open()).isEqualTo(open);
    }

    @Test
    void anyRuntimeRunsTheNetworkAlone() throws OrtException {
        // Given: nothing of ours but the file
        double[] windows = windows(5);
        float[] floats = new float[windows.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) windows[i];
        }
        OrtEnvironment environment = OnnxSessions.environment();
        try (OrtSession session = environment.createSession(network.model());
                OnnxTensor input =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(floats), new long[] {5, WINDOW, 3});
                OrtSession.Result result = session.run(Map.of("input", input));
                Predictor predictor = Predictor.open(networkBundle)) {
            // When
            float[][] raw = (float[][]) result.get("output").orElseThrow().getValue();

            // Then: it takes unscaled features, says which, and needs only the calibration beside it
            Map<String, String> metadata = session.getMetadata().getCustomMetadata();
            assertThat(metadata)
                    .containsEntry("feature.000", "log_return_1")
                    .containsEntry("feature.001", "rsi_14")
                    .containsEntry("feature.002", "volatility_20")
                    .containsEntry("output.000", "down")
                    .containsEntry("output.001", "up");
            Forecast[] forecasts = predictor.predictBatch(windows, 5);
            for (int row = 0; row < 5; row++) {
                double up = networkBundle.manifest().calibration().calibrate(raw[row][1]);
                assertThat(forecasts[row].outputs()[1]).isCloseTo(up, within(1e-6));
            }
        }
    }
}
