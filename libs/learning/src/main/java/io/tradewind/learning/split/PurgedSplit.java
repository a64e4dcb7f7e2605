package io.tradewind.learning.split;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Purged and combinatorial purged cross-validation (Lopez de Prado 2018, chapters 7 and 12). Samples are cut into groups of
 * neighbours; some groups judge, and the others train, less every sample whose label meets a judged one's and every sample that
 * starts within the embargo after a judged group. Windows of samples after a judged group still see its features: choose an embargo
 * of at least the window where that matters.
 */
public final class PurgedSplit {

    private static final int TRAINING = 0;
    private static final int PURGED = 1;
    private static final int EMBARGOED = 2;

    private PurgedSplit() {}

    /** One division per group, which judges alone. */
    public static List<Division> kFold(Spans spans, int folds, int embargoBars, double validationShare) {
        return combinatorial(spans, folds, 1, embargoBars, validationShare);
    }

    /**
     * One division for each choice of so many judging groups.
     *
     * @param validationShare newest share of the training samples that stops the training
     */
    public static List<Division> combinatorial(
            Spans spans, int groups, int testGroups, int embargoBars, double validationShare) {
        if (groups < 2 || groups > spans.size() || testGroups < 1 || testGroups >= groups) {
            throw new IllegalArgumentException("groups must be 2 to %d and testGroups 1 to groups - 1, were %d and %d"
                    .formatted(spans.size(), groups, testGroups));
        }
        List<Division> divisions = new ArrayList<>();
        for (int[] chosen : choices(groups, testGroups)) {
            divisions.add(divide(spans, groups, chosen, embargoBars, validationShare));
        }
        return divisions;
    }

    private static List<int[]> choices(int groups, int size) {
        List<int[]> choices = new ArrayList<>();
        for (int bits = 0; bits < 1 << groups; bits++) {
            if (Integer.bitCount(bits) == size) {
                int chosen = bits;
                choices.add(IntStream.range(0, groups)
                        .filter(group -> (chosen >>> group & 1) == 1)
                        .toArray());
            }
        }
        return choices;
    }

    private static Division divide(Spans spans, int groups, int[] chosen, int embargoBars, double validationShare) {
        boolean[] judged = new boolean[spans.size()];
        int[] state = new int[spans.size()];
        for (int group : chosen) {
            int from = border(spans, groups, group);
            int to = border(spans, groups, group + 1);
            mark(spans, state, from, to, embargoBars);
            for (int i = from; i < to; i++) {
                judged[i] = true;
            }
        }
        int[] others = IntStream.range(0, spans.size()).filter(i -> !judged[i]).toArray();
        int[] kept = IntStream.of(others).filter(i -> state[i] == TRAINING).toArray();
        int validation = (int) Math.round(kept.length * validationShare);
        int[] stopping = IntStream.of(kept).skip(kept.length - validation).toArray();
        int[] training = IntStream.of(kept)
                .limit(kept.length - validation)
                .filter(i -> stopping.length == 0 || spans.ends()[i] + (long) embargoBars < spans.starts()[stopping[0]])
                .toArray();
        int[] test = IntStream.range(0, spans.size()).filter(i -> judged[i]).toArray();
        int embargoed =
                (int) IntStream.of(others).filter(i -> state[i] == EMBARGOED).count();
        int purged = others.length - embargoed - training.length - stopping.length;
        String name = "groups " + IntStream.of(chosen).boxed().toList();
        return new Division(
                training,
                stopping,
                test,
                new SplitAudit.Fold(
                        name, others.length, purged, embargoed, training.length, stopping.length, test.length));
    }

    private static int border(Spans spans, int groups, int group) {
        return (int) ((long) spans.size() * group / groups);
    }

    /** Each judged group on its own: two of them with training samples between are not one span. */
    private static void mark(Spans spans, int[] state, int from, int to, int embargoBars) {
        int first = spans.starts()[from];
        int last = IntStream.range(from, to).map(i -> spans.ends()[i]).max().orElseThrow();
        for (int i = 0; i < spans.size(); i++) {
            int start = spans.starts()[i];
            if (start <= last && spans.ends()[i] >= first) {
                state[i] = PURGED;
            } else if (start > last && start <= (long) last + embargoBars && state[i] == TRAINING) {
                state[i] = EMBARGOED;
            }
        }
    }
}
