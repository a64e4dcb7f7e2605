package io.tradewind.learning.training;

import java.util.ArrayList;
import java.util.List;

import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.prediction.Predictor;
import io.tradewind.learning.task.Forecast;

/** Forecasts for many samples through the predictor that will serve. */
final class Forecasting {

    private static final int BATCH = 256;

    private Forecasting() {}

    static List<Forecast> all(Predictor predictor, Samples samples) {
        List<Forecast> forecasts = new ArrayList<>(samples.size());
        for (int from = 0; from < samples.size(); from += BATCH) {
            int to = Math.min(samples.size(), from + BATCH);
            forecasts.addAll(List.of(predictor.predictBatch(samples.windows(from, to), to - from)));
        }
        return forecasts;
    }
}
