package io.tradewind.inference.experiment;

import io.tradewind.contracts.experiment.ExperimentChanged;
import io.tradewind.contracts.prediction.PredictionMade.Assignment;

/** The arm of a running experiment that a unit belongs to. */
public record Arm(ExperimentChanged experiment, ExperimentChanged.Variant variant, String unit) {

    /** As it rides on a prediction. */
    public Assignment assignment() {
        return new Assignment(experiment.experimentId(), experiment.phase(), variant.name(), unit);
    }
}
