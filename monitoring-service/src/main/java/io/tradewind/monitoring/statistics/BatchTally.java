package io.tradewind.monitoring.statistics;

import java.util.SortedMap;
import java.util.TreeMap;

/** What a batch of events adds to the windows, in the order windows are locked in. Not thread-safe. */
public final class BatchTally {

    private final SortedMap<WindowKey, Tally> windows = new TreeMap<>();
    private final SortedMap<WindowKey, SortedMap<Bar, BarTally>> bars = new TreeMap<>();

    /** Counts a prediction; see {@link Tally#count(double, long)}. */
    public void count(WindowKey window, double confidence, long latencyMicros) {
        tally(window).count(confidence, latencyMicros);
    }

    /** Counts a prediction's outcome. */
    public void count(Judgement judgement) {
        tally(judgement.window()).count(judgement);
        bars.computeIfAbsent(judgement.window(), key -> new TreeMap<>())
                .computeIfAbsent(judgement.bar(), key -> new BarTally())
                .count(judgement);
    }

    /** Whether there is nothing to add. */
    public boolean isEmpty() {
        return windows.isEmpty();
    }

    SortedMap<WindowKey, Tally> windows() {
        return windows;
    }

    SortedMap<WindowKey, SortedMap<Bar, BarTally>> bars() {
        return bars;
    }

    private Tally tally(WindowKey window) {
        assert Arithmetic.offTheEventLoop() : "batches are added up on the threads for it";
        return windows.computeIfAbsent(window, key -> new Tally());
    }
}
