package io.tradewind.learning.training;

import java.util.Map;

import io.tradewind.learning.bundle.BundleDraft;
import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.evaluation.Evaluation;
import io.tradewind.learning.importance.FeatureImportance;
import io.tradewind.learning.reference.ReferenceProfile;

/**
 * A finished training, ready for {@link io.tradewind.learning.bundle.BundleWriter}.
 *
 * @param models bytes of each model file
 */
public record TrainingResult(
        BundleManifest manifest,
        Map<String, byte[]> models,
        Evaluation evaluation,
        ReferenceProfile reference,
        FeatureImportance importance)
        implements BundleDraft {

    @Override
    public byte[] model() {
        return models.get(manifest.modelFile());
    }
}
