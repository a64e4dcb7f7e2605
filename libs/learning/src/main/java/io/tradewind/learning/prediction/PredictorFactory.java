package io.tradewind.learning.prediction;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

import io.tradewind.learning.bundle.Bundle;
import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.bundle.BundleRefusedException;
import io.tradewind.learning.bundle.BundleRefusedException.Reason;
import io.tradewind.learning.tree.TreeFormatException;
import io.tradewind.learning.tree.TreeModels;

/** Opens the predictor that fits a model file. */
public final class PredictorFactory {

    private PredictorFactory() {}

    static Predictor open(Bundle bundle) {
        Map<String, byte[]> models = new HashMap<>();
        for (String name : bundle.manifest().modelFiles()) {
            try {
                models.put(name, Files.readAllBytes(bundle.directory().resolve(name)));
            } catch (IOException e) {
                throw new BundleRefusedException(Reason.UNREADABLE, name + " cannot be read", e);
            }
        }
        return of(bundle.manifest(), models);
    }

    /**
     * A predictor for models that are not in a bundle yet, as when a training judges its own product.
     *
     * @param models bytes by file name
     * @throws BundleRefusedException if a model does not fit the manifest
     */
    public static Predictor of(BundleManifest manifest, Map<String, byte[]> models) {
        return manifest.members().isEmpty()
                ? of(manifest, models.get(manifest.modelFile()))
                : new EnsemblePredictor(manifest, models);
    }

    /**
     * A predictor for a single model that is not in a bundle yet.
     *
     * @throws BundleRefusedException if the model does not fit the manifest
     */
    public static Predictor of(BundleManifest manifest, byte[] model) {
        return raw(manifest, model);
    }

    static RawModel raw(BundleManifest manifest, byte[] model) {
        String name = manifest.modelFile();
        try {
            if (name.endsWith(".onnx")) {
                return OnnxPredictor.of(manifest, model);
            }
            if (TreeModels.readable(name)) {
                return new TreePredictor(manifest, TreeModels.read(name, model));
            }
        } catch (TreeFormatException e) {
            throw new BundleRefusedException(Reason.UNREADABLE, "%s: %s".formatted(name, e.getMessage()), e);
        }
        throw new BundleRefusedException(Reason.UNREADABLE, "no predictor runs " + name);
    }
}
