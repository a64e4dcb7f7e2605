package io.tradewind.learning.training;

import java.util.ArrayList;
import java.util.List;

import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.prediction.Predictor;
import io.tradewind.learning.reference.Distribution;
import io.tradewind.learning.reference.ReferenceProfile;
import io.tradewind.learning.task.Forecast;

/** Records what the training data and the model's answers look like. */
final class References {

    private References() {}

    static ReferenceProfile of(Material material, Predictor predictor) {
        return of(material.training(), material.validation(), predictor);
    }

    /** Features of the one, answers to the other. */
    static ReferenceProfile of(Samples training, Samples asked, Predictor predictor) {
        List<Distribution> features = new ArrayList<>();
        for (int feature = 0; feature < training.data().features(); feature++) {
            String name = training.data().featureNames().get(feature);
            features.add(ReferenceProfile.distribution(name, training.newest(feature)));
        }
        List<Forecast> forecasts = Forecasting.all(predictor, asked);
        List<Distribution> outputs = new ArrayList<>();
        for (int output = 0; output < predictor.outputs().size(); output++) {
            int column = output;
            double[] values = forecasts.stream()
                    .mapToDouble(forecast -> forecast.outputs()[column])
                    .toArray();
            outputs.add(ReferenceProfile.distribution(predictor.outputs().get(output), values));
        }
        return new ReferenceProfile(features, outputs);
    }
}
