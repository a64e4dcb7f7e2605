package io.tradewind.learning.split;

/**
 * From which to which row each sample's label looks, both inclusive.
 *
 * @param starts rising rows of the samples
 * @param ends last row each label depends on
 */
@SuppressWarnings("ArrayRecordComponent")
public record Spans(int[] starts, int[] ends) {

    public Spans {
        if (starts.length != ends.length) {
            throw new IllegalArgumentException(
                    "starts and ends must be as many, were %d and %d".formatted(starts.length, ends.length));
        }
    }

    public int size() {
        return starts.length;
    }
}
