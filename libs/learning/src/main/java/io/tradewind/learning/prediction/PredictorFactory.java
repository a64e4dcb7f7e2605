package io.tradewind.learning.prediction;

import java.io.IOException;
import java.nio.file.Files;

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
        try {
            return of(bundle.manifest(), Files.readAllBytes(bundle.modelFile()));
        } catch (IOException e) {
            throw new BundleRefusedException(
                    Reason.UNREADABLE, bundle.manifest().modelFile() + " cannot be read", e);
        }
    }

    /**
     * A predictor for a model that is not in a bundle yet, as when a training judges its own product.
     *
     * @throws BundleRefusedException if the model does not fit the manifest
     */
    public static Predictor of(BundleManifest manifest, byte[] model) {
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
