package io.tradewind.learning.split;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Folds that move forward in time: fit on what came before, judge on what comes next. The newest part of each fold's training
 * window is its validation part; labels are purged at both borders.
 */
public final class WalkForwardSplit {

    /** How the training window moves. */
    public enum Window {
        /** From the first sample on, ever longer. */
        EXPANDING,
        /** Of constant length. */
        ROLLING
    }

    /**
     * Sizes in samples.
     *
     * @param initial first training window, validation part included
     * @param test judged samples of a fold
     * @param step from fold to fold; less than {@code test} judges samples more than once
     * @param validationShare newest share of each training window that stops the training
     */
    public record Sizes(int initial, int test, int step, double validationShare) {

        public Sizes {
            if (initial < 2 || test < 1 || step < 1) {
                throw new IllegalArgumentException(
                        "initial must be >= 2, test and step >= 1, were %d, %d, %d".formatted(initial, test, step));
            }
            if (!(validationShare > 0 && validationShare < 1)) {
                throw new IllegalArgumentException("validationShare must be between 0 and 1, was " + validationShare);
            }
        }
    }

    private WalkForwardSplit() {}

    /**
     * The folds; the last one may be shorter.
     *
     * @param embargoBars rows left out before judged ones beyond the purge
     */
    public static List<Division> divide(Spans spans, Window window, Sizes sizes, int embargoBars) {
        List<Division> folds = new ArrayList<>();
        for (int test = sizes.initial(); test < spans.size(); test += sizes.step()) {
            int from = window == Window.EXPANDING ? 0 : test - sizes.initial();
            int to = Math.min(spans.size(), test + sizes.test());
            folds.add(fold(spans, new int[] {from, test, to}, sizes, embargoBars, folds.size() + 1));
        }
        return folds;
    }

    private static Division fold(Spans spans, int[] borders, Sizes sizes, int embargoBars, int number) {
        int from = borders[0];
        int test = borders[1];
        int validation = test - (int) Math.max(1, Math.round((test - from) * sizes.validationShare()));
        int[] training = before(spans, from, validation, embargoBars);
        int[] stopping = before(spans, validation, test, embargoBars);
        int candidates = test - from;
        int purged = candidates - before(spans, from, validation, 0).length - before(spans, validation, test, 0).length;
        int embargoed = candidates - purged - training.length - stopping.length;
        int[] judged = IntStream.range(test, borders[2]).toArray();
        return new Division(
                training,
                stopping,
                judged,
                new SplitAudit.Fold(
                        "fold " + number,
                        candidates,
                        purged,
                        embargoed,
                        training.length,
                        stopping.length,
                        judged.length));
    }

    private static int[] before(Spans spans, int from, int to, int embargoBars) {
        return IntStream.range(from, to)
                .filter(i -> spans.ends()[i] + (long) embargoBars < spans.starts()[to])
                .toArray();
    }
}
