package io.tradewind.learning.bundle;

import java.util.List;

/**
 * The scaler fitted on training rows: {@code scaled = (value - offsets[i]) * factors[i]} per feature.
 * It is part of a network's graph, so predictors take unscaled rows; trees need none.
 *
 * @param kind standard, min-max, robust or none
 */
public record ScalerSpec(String kind, List<Double> offsets, List<Double> factors) {

    /** No scaling, as for trees. */
    public static final ScalerSpec NONE = new ScalerSpec("none", List.of(), List.of());

    public ScalerSpec {
        offsets = List.copyOf(offsets);
        factors = List.copyOf(factors);
    }
}
