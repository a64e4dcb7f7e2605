package io.tradewind.monitoring.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.DDSketches;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import org.jspecify.annotations.Nullable;

/**
 * Latencies as a DDSketch: quantiles within 1 % of the true value, whatever the distribution, and exactly mergeable
 * (Masson, Rim, Lee: DDSketch, VLDB 2019). Holds at most 2,048 bins, enough for one microsecond to days.
 */
public final class LatencySketch {

    private static final double RELATIVE_ACCURACY = 0.01;
    private static final int BINS = 2048;

    private final DDSketch sketch = DDSketches.logarithmicCollapsingLowestDense(RELATIVE_ACCURACY, BINS);

    /** Adds one latency, in microseconds, above 0. */
    public void add(long micros) {
        sketch.accept(micros);
    }

    /** Adds everything another sketch holds. */
    public void merge(LatencySketch other) {
        sketch.mergeWith(other.sketch);
    }

    /** Adds everything a stored sketch holds; nothing when there is none. */
    public void merge(byte @Nullable [] encoded) {
        assert Arithmetic.offTheEventLoop() : "sketches are merged on the threads for it";
        if (encoded == null) {
            return;
        }
        try {
            sketch.decodeAndMergeWith(ByteArrayInput.wrap(encoded));
        } catch (IOException e) {
            throw new UncheckedIOException("a stored latency sketch cannot be read", e);
        }
    }

    /** Its stored form. */
    public byte[] encode() {
        GrowingByteArrayOutput output = GrowingByteArrayOutput.withDefaultInitialCapacity();
        try {
            sketch.encode(output, false);
        } catch (IOException e) {
            throw new UncheckedIOException("a latency sketch cannot be written", e);
        }
        return output.trimmedCopy();
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return sketch.isEmpty();
    }

    /**
     * Quantile in milliseconds; null when nothing was added.
     *
     * @param quantile in [0, 1], such as 0.99
     */
    public @Nullable Double millisAt(double quantile) {
        return sketch.isEmpty() ? null : sketch.getValueAtQuantile(quantile) / 1000;
    }
}
