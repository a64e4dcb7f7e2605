package io.tradewind.inference.live;

import java.time.Instant;

import io.tradewind.contracts.experiment.ExperimentChanged;
import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.inference.experiment.Arm;

/**
 * A loaded model that may be meant for a market.
 *
 * @param trainedOn timeframe of the candles it was trained on
 */
public record Candidate(ModelChanged state, int version, String architecture, String trainedOn, Instant loadedAt) {

    /** Whether it is meant for this market. */
    boolean fits(String symbol, String timeframe) {
        String own = state.timeframe() == null ? trainedOn : state.timeframe();
        return own.equals(timeframe)
                && (state.symbols().isEmpty() || state.symbols().contains(symbol));
    }

    /** Whether it is the model, in the version, that an arm asks for. */
    public boolean answersFor(Arm arm) {
        ExperimentChanged.Variant variant = arm.variant();
        return variant.modelId().equals(state.modelId())
                && (variant.modelVersion() == null || variant.modelVersion() == version);
    }
}
