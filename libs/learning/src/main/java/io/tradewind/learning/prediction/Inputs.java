package io.tradewind.learning.prediction;

import java.util.List;

import io.tradewind.learning.prediction.PredictionRefusedException.Reason;

/** Checks inputs before a model sees them. */
record Inputs(int window, List<String> features) {

    int size() {
        return window * features.size();
    }

    void requireShape(double[] values, int count) {
        if (count < 1 || values.length != (long) count * size()) {
            throw new PredictionRefusedException(
                    Reason.WRONG_SHAPE,
                    "%d windows of %d rows x %d features must have %d values, had %d"
                            .formatted(count, window, features.size(), (long) count * size(), values.length));
        }
    }

    /** Room for a window from {@code offset} on and for its outputs. */
    void requireRoom(double[] windows, int offset, double[] outputs, int width) {
        if (offset < 0 || windows.length - offset < size()) {
            throw new PredictionRefusedException(
                    Reason.WRONG_SHAPE,
                    "a window of %d rows x %d features must have %d values from %d on, had %d"
                            .formatted(window, features.size(), size(), offset, windows.length - offset));
        }
        if (outputs.length != width) {
            throw new PredictionRefusedException(
                    Reason.WRONG_SHAPE, "outputs must have room for %d, had %d".formatted(width, outputs.length));
        }
    }

    void requireFinite(double value, int index) {
        if (!(Math.abs(value) <= Float.MAX_VALUE)) {
            int within = index % size();
            throw new PredictionRefusedException(
                    Reason.NOT_FINITE,
                    "row %d of window %d must be finite in %s, was %s"
                            .formatted(
                                    within / features.size(),
                                    index / size(),
                                    features.get(within % features.size()),
                                    value));
        }
    }
}
