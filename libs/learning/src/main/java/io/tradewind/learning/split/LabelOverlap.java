package io.tradewind.learning.split;

/** Says whether any fitted sample's label shares a bar with a judged sample's: a property of sets, which no score shows. */
public final class LabelOverlap {

    private LabelOverlap() {}

    /** Training samples whose label span meets a test sample's span, ends included; 0 in an honest division. */
    public static int count(Division division, Spans spans) {
        int last = -1;
        for (int i = 0; i < spans.size(); i++) {
            last = Math.max(last, spans.ends()[i]);
        }
        // Bars covered by tests, as running counts.
        int[] covered = new int[last + 2];
        for (int test : division.test()) {
            for (int bar = spans.starts()[test]; bar <= spans.ends()[test]; bar++) {
                covered[bar + 1] = 1;
            }
        }
        for (int bar = 1; bar < covered.length; bar++) {
            covered[bar] += covered[bar - 1];
        }
        int overlapping = 0;
        for (int training : division.training()) {
            boolean meets = covered[spans.ends()[training] + 1] > covered[spans.starts()[training]];
            overlapping += meets ? 1 : 0;
        }
        return overlapping;
    }
}
