package io.tradewind.learning.training;

import io.tradewind.learning.bundle.BundleDraft;
import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.evaluation.Evaluation;
import io.tradewind.learning.importance.FeatureImportance;
import io.tradewind.learning.reference.ReferenceProfile;

/** A finished training, ready for {@link io.tradewind.learning.bundle.BundleWriter}. */
@SuppressWarnings("ArrayRecordComponent")
public record TrainingResult(
        BundleManifest manifest,
        byte[] model,
        Evaluation evaluation,
        ReferenceProfile reference,
        FeatureImportance importance)
        implements BundleDraft {}
