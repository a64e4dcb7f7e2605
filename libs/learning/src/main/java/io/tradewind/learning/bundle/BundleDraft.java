package io.tradewind.learning.bundle;

import io.tradewind.learning.evaluation.Evaluation;
import io.tradewind.learning.importance.FeatureImportance;
import io.tradewind.learning.reference.ReferenceProfile;

/** What a bundle is written from. */
public interface BundleDraft {

    /** The manifest; its file list is replaced by what is really written. */
    BundleManifest manifest();

    /** The bytes of the manifest's model file. */
    byte[] model();

    Evaluation evaluation();

    ReferenceProfile reference();

    FeatureImportance importance();
}
