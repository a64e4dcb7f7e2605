package io.tradewind.learning.bundle;

import java.util.Map;

import io.tradewind.learning.evaluation.Evaluation;
import io.tradewind.learning.importance.FeatureImportance;
import io.tradewind.learning.reference.ReferenceProfile;

/** What a bundle is written from. */
public interface BundleDraft {

    /** The manifest; its file list is replaced by what is really written. */
    BundleManifest manifest();

    /** The bytes of the manifest's model file. */
    byte[] model();

    /** The bytes of all model files by name. */
    default Map<String, byte[]> models() {
        return Map.of(manifest().modelFile(), model());
    }

    Evaluation evaluation();

    ReferenceProfile reference();

    FeatureImportance importance();
}
