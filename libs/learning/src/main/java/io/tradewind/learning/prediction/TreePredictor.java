package io.tradewind.learning.prediction;

import java.util.List;

import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.bundle.BundleRefusedException;
import io.tradewind.learning.prediction.PredictionRefusedException.Reason;
import io.tradewind.learning.task.Forecast;
import io.tradewind.learning.task.Task;
import io.tradewind.learning.tree.TreeEnsemble;

/** Scores windows with a tree ensemble; holds no native memory. */
final class TreePredictor implements RawModel {

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
        // P(up) alone stands for both directions.
        int expected =
                manifest.task() == Task.DIRECTION ? 1 : manifest.outputNames().size();
        if (trees.outputs() != expected) {
            throw new BundleRefusedException(
                    BundleRefusedException.Reason.WRONG_SHAPE,
                    "the model must give %d values, gives %d".formatted(expected, trees.outputs()));
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

    @Override
    public void predictInto(double[] windows, int offset, double[] outputs) {
        inputs.requireRoom(windows, offset, outputs, manifest.outputNames().size());
        requireOpen();
        requireNotInfinite(windows, offset, offset + inputs.size());
        raw(windows, offset, outputs, 0);
        forecasts.calibrate(outputs);
    }

    private Forecast score(double[] values, int offset) {
        double[] outputs = new double[manifest.outputNames().size()];
        raw(values, offset, outputs, 0);
        return forecasts.of(outputs);
    }

    @Override
    public void raw(double[] windows, int count, int length, double[] target, int at, int stride) {
        requireOpen();
        for (int row = 0; row < count; row++) {
            int from = (row + 1) * length - inputs.size();
            requireNotInfinite(windows, from, from + inputs.size());
            raw(windows, from, target, at + row * stride);
        }
    }

    private void raw(double[] values, int offset, double[] target, int at) {
        if (manifest.task() == Task.DIRECTION) {
            double up = trees.score(values, offset);
            target[at] = 1 - up;
            target[at + 1] = up;
        } else {
            trees.scores(values, offset, target, at);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the predictor is closed");
        }
    }

    private void check(double[] values, int count) {
        requireOpen();
        inputs.requireShape(values, count);
        requireNotInfinite(values, 0, values.length);
    }

    private void requireNotInfinite(double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            // NaN is a missing value to a tree; an infinity is a fault upstream.
            if (Double.isInfinite(values[i])) {
                throw new PredictionRefusedException(
                        Reason.NOT_FINITE,
                        "%s must not be infinite"
                                .formatted(inputs.features()
                                        .get((i - from) % inputs.features().size())));
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
