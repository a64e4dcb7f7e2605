package io.tradewind.learning.evaluation;

/** How well scores rank what rose above what fell. */
public final class Ranking {

    private Ranking() {}

    /** Area under the ROC curve, ties sharing their ranks; NaN where all rose or all fell. */
    public static double auc(double[] scores, boolean[] up) {
        return ClassMetrics.auc(scores, up);
    }
}
