package io.tradewind.learning.split;

import java.util.stream.IntStream;

/**
 * Training, validation and test one after the other in time. A sample whose label reaches into the next part is purged, and
 * the embargo leaves out so many rows more.
 */
public final class ChronologicalSplit {

    private ChronologicalSplit() {}

    /**
     * Divides samples by shares of their number.
     *
     * @param embargoBars rows left out before the next part beyond the purge, at least 0
     */
    public static Division divide(Spans spans, double trainShare, double validationShare, int embargoBars) {
        int validationFrom = (int) Math.round(spans.size() * trainShare);
        int testFrom = (int) Math.round(spans.size() * (trainShare + validationShare));
        int[] training = before(spans, 0, validationFrom, embargoBars);
        int[] validation = before(spans, validationFrom, testFrom, embargoBars);
        int[] test = IntStream.range(testFrom, spans.size()).toArray();
        int purged = purged(spans, 0, validationFrom) + purged(spans, validationFrom, testFrom);
        int embargoed = testFrom - purged - training.length - validation.length;
        return new Division(
                training,
                validation,
                test,
                new SplitAudit.Fold(
                        "test", testFrom, purged, embargoed, training.length, validation.length, test.length));
    }

    private static int[] before(Spans spans, int from, int to, int embargoBars) {
        return IntStream.range(from, to)
                .filter(i -> to == spans.size() || spans.ends()[i] + (long) embargoBars < spans.starts()[to])
                .toArray();
    }

    private static int purged(Spans spans, int from, int to) {
        return (to - from) - before(spans, from, to, 0).length;
    }
}
