package io.tradewind.benchmarks.learning;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.bundle.DataSpec;
import io.tradewind.learning.bundle.LabelSpec;
import io.tradewind.learning.bundle.RuntimeSpec;
import io.tradewind.learning.bundle.ScalerSpec;
import io.tradewind.learning.calibration.Calibration;
import io.tradewind.learning.task.Task;
import io.tradewind.market.feature.FeatureSet;

/** Just enough of a manifest to open a predictor that tells directions. */
final class Manifests {

    private Manifests() {}

    static BundleManifest of(String architecture, int window, FeatureSet features, String modelFile) {
        return new BundleManifest(
                BundleManifest.FORMAT_VERSION,
                architecture,
                Map.of(),
                Task.DIRECTION,
                1,
                window,
                features.names(),
                features.schemaHash(),
                "stationary",
                Task.DIRECTION.outputNames(),
                ScalerSpec.NONE,
                new LabelSpec("direction", 0, -0.01, 0.01),
                Calibration.NONE,
                1,
                new DataSpec("SYNTH", "1h", Instant.EPOCH, Instant.EPOCH, 0, ""),
                Instant.EPOCH,
                "benchmark",
                new RuntimeSpec("", "", "", ""),
                modelFile,
                List.of());
    }
}
