package io.tradewind.learning.training;

import java.util.List;

/**
 * What the leak canaries said.
 *
 * @param permutedAuc AUC of the plan trained on shuffled training labels; about 0.5 where nothing leaks
 * @param permutedLimit distance from 0.5 that chance explains (three standard errors)
 * @param overlappingLabels training samples whose label shares bars with a test sample's
 * @param telling features that alone rank the test rows' directions far better than any honest one does
 * @param replay what a training as of an earlier moment gives with and without later candles at hand
 */
public record LeakReport(
        double permutedAuc, double permutedLimit, int overlappingLabels, List<Telling> telling, ReplayReport replay) {

    /**
     * A feature that knows too much.
     *
     * @param auc of the feature's value, or of its negative where that is higher
     */
    public record Telling(String feature, double auc) {}

    public LeakReport {
        telling = List.copyOf(telling);
    }

    /** Whether no canary raised an alarm; an undefined measurement is one. */
    public boolean clean() {
        return Math.abs(permutedAuc - 0.5) <= permutedLimit
                && overlappingLabels == 0
                && telling.isEmpty()
                && replay.clean();
    }
}
