package io.tradewind.experiment.statistics;

/** Two-sided confidence interval. */
public record Interval(double lower, double upper) {

    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("lower " + lower + " must not exceed upper " + upper);
        }
    }
}
