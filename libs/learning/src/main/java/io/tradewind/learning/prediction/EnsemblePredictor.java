package io.tradewind.learning.prediction;

import java.util.List;
import java.util.Map;

import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.ensemble.Aggregator;
import io.tradewind.learning.task.Forecast;

/** Combines the outputs of a bundle's members and says how far they lie apart; calibration follows the combination. */
final class EnsemblePredictor implements Predictor {

    private final BundleManifest manifest;
    private final Inputs inputs;
    private final MemberModels models;
    private final Aggregator aggregator;
    private final Forecasts forecasts;

    EnsemblePredictor(BundleManifest manifest, Map<String, byte[]> files) {
        this.manifest = manifest;
        this.inputs = new Inputs(manifest.window(), manifest.featureNames());
        this.aggregator = new Aggregator(
                manifest.task(), manifest.aggregation(), manifest.outputNames().size());
        this.forecasts = new Forecasts(manifest);
        this.models = MemberModels.of(manifest, files);
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
        return models.acceptsMissing();
    }

    @Override
    public Forecast[] predictBatch(double[] windows, int count) {
        inputs.requireShape(windows, count);
        double[] raw = models.raw(windows, count);
        Forecast[] result = new Forecast[count];
        for (int row = 0; row < count; row++) {
            int at = row * models.values();
            Forecast forecast = forecasts.of(aggregator.combine(raw, at));
            // One member in several files, as trees with several horizons, has nobody to differ from.
            result[row] = aggregator.members() > 1 ? forecast.withSpreads(aggregator.spreads(raw, at)) : forecast;
        }
        return result;
    }

    @Override
    public void close() {
        models.close();
    }
}
