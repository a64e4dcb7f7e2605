package io.tradewind.learning.bundle;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.tradewind.learning.calibration.Calibration;
import io.tradewind.learning.evaluation.Evaluation;
import io.tradewind.learning.evaluation.Evaluator;
import io.tradewind.learning.evaluation.Evidence;
import io.tradewind.learning.evaluation.GatePolicy;
import io.tradewind.learning.evaluation.TrainingSummary;
import io.tradewind.learning.importance.FeatureImportance;
import io.tradewind.learning.reference.ReferenceProfile;
import io.tradewind.learning.split.SplitAudit;
import io.tradewind.learning.task.Forecast;
import io.tradewind.learning.task.Task;
import io.tradewind.market.feature.FeatureSet;

/** A small bundle for tests. */
final class Drafts {

    private static final List<String> FEATURES = List.of("rsi_14", "log_return_1");

    private Drafts() {}

    record Draft(
            BundleManifest manifest,
            byte[] model,
            Evaluation evaluation,
            ReferenceProfile reference,
            FeatureImportance importance)
            implements BundleDraft {}

    static Draft draft() {
        return new Draft(manifest(), "model".getBytes(StandardCharsets.UTF_8), evaluation(), reference(), importance());
    }

    private static BundleManifest manifest() {
        return new BundleManifest(
                BundleManifest.FORMAT_VERSION,
                "XGBOOST",
                Map.of("maxDepth", 3),
                Task.DIRECTION,
                1,
                1,
                FEATURES,
                FeatureSet.of(FEATURES).schemaHash(),
                "custom",
                List.of("down", "up"),
                ScalerSpec.NONE,
                new LabelSpec("direction", 0, -0.01, 0.01),
                Calibration.NONE,
                42,
                new DataSpec("SYNTH", "1h", Instant.EPOCH, Instant.EPOCH.plusSeconds(3600), 2, "00"),
                Instant.parse("2026-01-02T03:04:05.678Z"),
                "test",
                new RuntimeSpec("java", "os", "arch", "library"),
                "model.json",
                List.of());
    }

    private static Evaluation evaluation() {
        Forecast up = new Forecast(1, 0.6, 0.001, new double[] {0.4, 0.6});
        return Evaluator.evaluate(new Evidence(
                Task.DIRECTION,
                List.of(up, up, up),
                new double[] {0.01, -0.02, 0.03},
                new double[] {0.01, -0.02, 0.03},
                1,
                0,
                5,
                365,
                true,
                Map.of(),
                GatePolicy.DEFAULT,
                new SplitAudit("chronological", 1, 0, List.of()),
                new TrainingSummary(1, 1, 0.6, 0.7, 10, 100)));
    }

    private static ReferenceProfile reference() {
        return new ReferenceProfile(
                List.of(
                        ReferenceProfile.distribution("rsi_14", new double[] {10, 20, 30, Double.NaN}),
                        ReferenceProfile.distribution("log_return_1", new double[] {0.1})),
                List.of(ReferenceProfile.distribution("up", new double[] {Double.NaN})));
    }

    private static FeatureImportance importance() {
        return new FeatureImportance(
                "permutation", 3, 1, List.of(new FeatureImportance.Entry("rsi_14", 0.1, 0, Double.NaN)));
    }
}
