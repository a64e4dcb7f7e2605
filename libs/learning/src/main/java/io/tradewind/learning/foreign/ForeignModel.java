package io.tradewind.learning.foreign;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.tradewind.learning.architecture.ArchitectureCatalogue;
import io.tradewind.learning.bundle.BundleDraft;
import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.bundle.BundleRefusedException;
import io.tradewind.learning.bundle.BundleRefusedException.Reason;
import io.tradewind.learning.bundle.RuntimeSpec;
import io.tradewind.learning.bundle.ScalerSpec;
import io.tradewind.learning.calibration.Calibration;
import io.tradewind.learning.evaluation.Evaluation;
import io.tradewind.learning.importance.FeatureImportance;
import io.tradewind.learning.reference.ReferenceProfile;

/**
 * A model that others trained, as a bundle to be written. It was run before it became one; how good it is nobody has shown, so its
 * evaluation is empty and every gate on it fails.
 */
@SuppressWarnings("ArrayRecordComponent")
public record ForeignModel(BundleManifest manifest, byte[] model) implements BundleDraft {

    private static final String MODEL_FILE = "model.onnx";

    /**
     * Takes in an ONNX file: loads it in ONNX Runtime, compares its shapes and types with the schema, and has it forecast random
     * windows, which must be finite, the same each time and the same alone as among others.
     *
     * @param onnx unscaled features in, finished probabilities or returns out: scaling and softmax belong into the graph
     * @throws BundleRefusedException with the reason if the file is not such a model
     */
    public static ForeignModel of(ForeignSchema schema, byte[] onnx) {
        BundleManifest manifest = manifest(schema);
        ForeignProbe.check(manifest, onnx);
        return new ForeignModel(manifest, onnx);
    }

    private static BundleManifest manifest(ForeignSchema schema) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String hash;
        try {
            hash = schema.schemaHash();
        } catch (IllegalArgumentException e) {
            throw new BundleRefusedException(Reason.UNKNOWN_FEATURES, e.getMessage(), e);
        }
        return new BundleManifest(
                BundleManifest.FORMAT_VERSION,
                ArchitectureCatalogue.FOREIGN,
                Map.of(),
                schema.task(),
                schema.horizons().get(0),
                schema.horizons(),
                schema.window(),
                schema.featureNames(),
                hash,
                schema.featureSet(),
                schema.task().outputNames(schema.horizons()),
                ScalerSpec.NONE,
                schema.label(),
                Calibration.NONE,
                0,
                schema.data(now),
                now,
                "foreign",
                new RuntimeSpec("unknown", "unknown", "unknown", "ONNX"),
                MODEL_FILE,
                List.of(),
                null,
                List.of());
    }

    @Override
    public Evaluation evaluation() {
        return Evaluation.unjudged(manifest.task());
    }

    @Override
    public ReferenceProfile reference() {
        return new ReferenceProfile(List.of(), List.of());
    }

    @Override
    public FeatureImportance importance() {
        return new FeatureImportance("none", 0, 0, List.of());
    }
}
