package io.tradewind.learning.prediction;

import java.util.List;

import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.bundle.BundleRefusedException;
import io.tradewind.learning.prediction.PredictionRefusedException.Reason;
import io.tradewind.learning.task.Forecast;
import io.tradewind.learning.task.Task;
import io.tradewind.learning.tree.TreeEnsemble;

/** Scores windows with a tree ensemble; holds no native memory. */
final class TreePredictor implements Predictor {

    private final Inputs inputs;
    private final BundleManifest manifest;
    private final TreeEnsemble trees;
    private final Forecasts forecasts;
    private volatile boolean closed;

    TreePredictor(BundleManifest manifest, TreeEnsemble trees) {
        this.inputs = new Inputs(manifest.window(), manifest.featureNames());
        this.manifest = manifest;
        this.trees = trees;
        this.forecasts = new Forecasts(manifest);
        if (trees.features() != inputs.size()) {
            throw new BundleRefusedException(
                    BundleRefusedException.Reason.WRONG_SHAPE,
                    "the model must take %d rows x %d features = %d values, takes %d"
                            .formatted(
                                    manifest.window(),
                                    manifest.featureNames().size(),
                                    inputs.size(),
                                    trees.features()));
        }
    }

    @Override
    public int window() {
        return inputs.window();
    }

    @Override
    public List<String> features() {
        return inputs.features();
    }

    @Override
    public List<String> outputs() {
        return manifest.outputNames();
    }

    @Override
    public boolean acceptsMissing() {
        return true;
    }

    @Override
    public Forecast predict(double[] window) {
        check(window, 1);
        return score(window, 0);
    }

    @Override
    public Forecast[] predictBatch(double[] windows, int count) {
        check(windows, count);
        Forecast[] result = new Forecast[count];
        for (int row = 0; row < count; row++) {
            result[row] = score(windows, row * inputs.size());
        }
        return result;
    }

    private Forecast score(double[] values, int offset) {
        double raw = trees.score(values, offset);
        return forecasts.of(manifest.task() == Task.DIRECTION ? new double[] {1 - raw, raw} : new double[] {raw});
    }

    private void check(double[] values, int count) {
        if (closed) {
            throw new IllegalStateException("the predictor is closed");
        }
        inputs.requireShape(values, count);
        for (int i = 0; i < values.length; i++) {
            // NaN is a missing value to a tree; an infinity is a fault upstream.
            if (Double.isInfinite(values[i])) {
                throw new PredictionRefusedException(
                        Reason.NOT_FINITE,
                        "%s must not be infinite"
                                .formatted(inputs.features()
                                        .get(i % inputs.features().size())));
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
