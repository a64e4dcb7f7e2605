package io.tradewind.learning.evaluation;

/** What a walk-forward validation says about using a model. */
public enum Verdict {
    /** Mean accuracy above 60 % and consistency above 80 %: fit for production. */
    GOOD,
    /** Above 55 % and above 70 %: wants tuning. */
    ACCEPTABLE,
    /** Above 50 %: wants much better features or another model. */
    MARGINAL,
    /** No better than a coin. */
    POOR;

    /**
     * The verdict.
     *
     * @param accuracy mean over the folds, 0..1
     * @param consistency see {@link FoldStatistics#consistency()}
     */
    public static Verdict of(double accuracy, double consistency) {
        if (accuracy > 0.60 && consistency > 0.80) {
            return GOOD;
        }
        if (accuracy > 0.55 && consistency > 0.70) {
            return ACCEPTABLE;
        }
        return accuracy > 0.50 ? MARGINAL : POOR;
    }
}
