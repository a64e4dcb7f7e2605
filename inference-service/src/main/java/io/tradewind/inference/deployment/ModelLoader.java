package io.tradewind.inference.deployment;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import io.tradewind.inference.deployment.LoadFailedException.Kind;
import io.tradewind.inference.serving.LoadedModel;
import io.tradewind.learning.bundle.Bundle;
import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.prediction.Predictor;
import io.tradewind.learning.task.Forecast;
import io.tradewind.market.feature.FeatureSet;
import org.jboss.logging.Logger;

/** Brings one version from the registry or the disk into memory, warm and ready to answer. Blocks. */
final class ModelLoader {

    private static final Logger LOG = Logger.getLogger(ModelLoader.class);
    private static final int[] WARM_BATCHES = {2, 8, 32};
    private static final int MAX_SAMPLES = 2_000;

    private final BundleCache cache;
    private final Duration warmUp;
    private final Executor closer;

    ModelLoader(BundleCache cache, Duration warmUp, Executor closer) {
        this.cache = cache;
        this.warmUp = warmUp;
        this.closer = closer;
    }

    LoadedModel load(UUID modelId, WantedVersion wanted) throws LoadFailedException {
        long start = System.nanoTime();
        Bundle bundle = cache.get(modelId, wanted);
        BundleManifest manifest = bundle.manifest();
        Predictor predictor = open(bundle);
        try {
            double rowMicros = warm(predictor, manifest.featureNames().size());
            long loadMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            var facts = new LoadedModel.Facts(
                    featuresOf(manifest), rowMicros, manifest.modelFile().endsWith(".onnx"), loadMillis, Instant.now());
            var identity = new LoadedModel.Identity(modelId, wanted.version(), wanted.bundleDigest());
            return new LoadedModel(identity, manifest, predictor, facts, closer);
        } catch (LoadFailedException | RuntimeException e) {
            close(predictor);
            throw e;
        }
    }

    private static Predictor open(Bundle bundle) throws LoadFailedException {
        try {
            return Predictor.open(bundle);
        } catch (Exception | LinkageError e) {
            // Whatever the runtime does not like about these weights it will not like the next time either.
            throw new LoadFailedException(Kind.PERMANENT, "the model cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Predicts until the JIT and the native runtime have seen every path; the median time of one row in microseconds. */
    private double warm(Predictor predictor, int features) throws LoadFailedException {
        double[] zeros = new double[predictor.window() * features];
        long until = System.nanoTime() + warmUp.toNanos();
        double[] micros = new double[MAX_SAMPLES];
        int samples = 0;
        do {
            long start = System.nanoTime();
            requireFinite(predictor.predict(zeros));
            micros[samples++] = (System.nanoTime() - start) / 1_000.0;
        } while (samples < MAX_SAMPLES && System.nanoTime() < until);
        for (int count : WARM_BATCHES) {
            predictor.predictBatch(new double[count * zeros.length], count);
        }
        Arrays.sort(micros, 0, samples);
        return micros[samples / 2];
    }

    private static void requireFinite(Forecast forecast) throws LoadFailedException {
        if (!Double.isFinite(forecast.confidence())) {
            throw new LoadFailedException(Kind.PERMANENT, "the model answers zeros with confidence NaN");
        }
    }

    /** Without a feature set that means the same here as in training, the model still answers tensors. */
    private static Optional<FeatureSet> featuresOf(BundleManifest manifest) {
        List<String> names = manifest.featureNames();
        try {
            FeatureSet features = FeatureSet.of(names);
            if (features.schemaHash().equals(manifest.featureSchemaHash())) {
                return Optional.of(features);
            }
            LOG.warnf(
                    "feature schema %s of the bundle is not %s as computed here: it will not be predicted with live",
                    manifest.featureSchemaHash(), features.schemaHash());
        } catch (IllegalArgumentException e) {
            LOG.warnf("the bundle's features cannot be computed here: %s", e.getMessage());
        }
        return Optional.empty();
    }

    private static void close(Predictor predictor) {
        try {
            predictor.close();
        } catch (Exception e) {
            LOG.warn("a predictor that failed to load could not be closed", e);
        }
    }
}
