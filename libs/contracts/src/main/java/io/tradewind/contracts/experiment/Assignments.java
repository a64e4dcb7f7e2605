package io.tradewind.contracts.experiment;

import java.util.List;
import java.util.Optional;

import io.tradewind.contracts.experiment.ExperimentChanged.Variant;

/**
 * Which arm of an experiment a unit belongs to: computed from the definition alone, the same everywhere and at any time.
 *
 * <p>Arm {@code i} owns the half-open range from the sum of the weights before it, as long as its weight times the coverage.
 * Less coverage therefore takes units out and never moves one to another arm.
 */
public final class Assignments {

    /** What {@link #indexFor} answers for a unit that takes no part. */
    public static final int NONE = -1;

    private static final double LEAST_SUM = 0.99;
    private static final double MOST_SUM = 1.01;

    private Assignments() {}

    /** Name of the arm this unit belongs to; empty when it takes no part. The experiment's status is not looked at. */
    public static Optional<String> variantFor(ExperimentChanged experiment, String unit) {
        int index = indexFor(experiment, unit);
        return index == NONE
                ? Optional.empty()
                : Optional.of(experiment.variants().get(index).name());
    }

    /** Position of the arm this unit belongs to, or {@link #NONE}. Allocates nothing. */
    public static int indexFor(ExperimentChanged experiment, String unit) {
        if (unit.isEmpty()) {
            return NONE;
        }
        List<Variant> variants = experiment.variants();
        double place = (double) BucketHash.bucket(experiment.seed(), unit) / BucketHash.BUCKETS;
        double coverage = Math.clamp(experiment.coverage(), 0.0, 1.0);
        double equal = weighted(variants) ? Double.NaN : 1.0 / variants.size();
        double start = 0;
        for (int i = 0; i < variants.size(); i++) {
            double weight = Double.isNaN(equal) ? variants.get(i).weight() : equal;
            if (place >= start && place < start + coverage * weight) {
                return i;
            }
            start += weight;
        }
        return NONE;
    }

    /** Weights that do not add up to one are no weights: every arm gets the same share. */
    private static boolean weighted(List<Variant> variants) {
        double sum = 0;
        for (int i = 0; i < variants.size(); i++) {
            sum += variants.get(i).weight();
        }
        return sum >= LEAST_SUM && sum <= MOST_SUM;
    }
}
