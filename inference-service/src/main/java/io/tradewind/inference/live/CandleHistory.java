package io.tradewind.inference.live;

import java.util.Arrays;

/**
 * Candles of one series in the order of their open times, column by column, the oldest leaving when a bound is
 * reached. Not thread-safe.
 */
final class CandleHistory {

    /** What a candle did to the history. */
    enum Change {
        /** It is the newest one. */
        APPENDED,
        /** It filled a hole before the newest one. */
        INSERTED,
        /** It has other figures than the one known with this open time. */
        REPLACED,
        /** Exactly this one was known. */
        UNCHANGED,
        /** It is older than everything a full history keeps. */
        TOO_OLD
    }

    /** One candle's figures; {@code openTime} in milliseconds since the epoch. */
    record Candle(long openTime, double open, double high, double low, double close, double volume) {

        /** Whether features can be computed from it: positive finite prices, a finite volume of at least 0. */
        boolean usable() {
            return price(open) && price(high) && price(low) && price(close) && volume >= 0 && volume < MAX;
        }

        private static boolean price(double price) {
            return price > 0 && price < MAX;
        }
    }

    private static final double MAX = Double.POSITIVE_INFINITY;
    private static final int COLUMNS = 5;
    private static final int CLOSE = 3;

    private final int bound;
    private long[] openTimes = new long[256];
    private final double[][] columns = new double[COLUMNS][256];
    private int start;
    private int end;

    CandleHistory(int bound) {
        this.bound = bound;
    }

    int size() {
        return end - start;
    }

    long openTime(int index) {
        return openTimes[start + index];
    }

    double close(int index) {
        return columns[CLOSE][start + index];
    }

    Candle candle(int index) {
        int i = start + index;
        return new Candle(openTimes[i], columns[0][i], columns[1][i], columns[2][i], columns[3][i], columns[4][i]);
    }

    /** Index of the candle with this open time; negative when there is none, as {@link Arrays#binarySearch}. */
    int indexOf(long openTime) {
        int found = Arrays.binarySearch(openTimes, start, end, openTime);
        return found >= 0 ? found - start : found + start;
    }

    /** What a history that is at a bound does with one candle more. */
    enum Room {
        /** Grows, up to its own bound. */
        GROW,
        /** Lets its oldest candle go. */
        KEEP_SIZE
    }

    Change put(Candle candle, Room room) {
        int allowed = room == Room.GROW ? bound : Math.min(bound, Math.max(1, size()));
        if (size() == 0 || candle.openTime() > openTimes[end - 1]) {
            makeRoom();
            write(end++, candle);
            dropOldest(allowed);
            return Change.APPENDED;
        }
        int index = indexOf(candle.openTime());
        if (index >= 0) {
            return replace(index, candle);
        }
        int before = -index - 1;
        if (before == 0 && size() >= allowed) {
            return Change.TOO_OLD;
        }
        insert(before, candle);
        dropOldest(allowed);
        return Change.INSERTED;
    }

    private Change replace(int index, Candle candle) {
        if (candle(index).equals(candle)) {
            return Change.UNCHANGED;
        }
        write(start + index, candle);
        return Change.REPLACED;
    }

    private void insert(int index, Candle candle) {
        makeRoom();
        int at = start + index;
        System.arraycopy(openTimes, at, openTimes, at + 1, end - at);
        for (double[] column : columns) {
            System.arraycopy(column, at, column, at + 1, end - at);
        }
        end++;
        write(at, candle);
    }

    private void write(int at, Candle candle) {
        openTimes[at] = candle.openTime();
        columns[0][at] = candle.open();
        columns[1][at] = candle.high();
        columns[2][at] = candle.low();
        columns[CLOSE][at] = candle.close();
        columns[4][at] = candle.volume();
    }

    private void dropOldest(int allowed) {
        if (size() > allowed) {
            start++;
        }
    }

    /** Moves to the front once a quarter of the bound has been dropped, so that moving costs little per candle. */
    private void makeRoom() {
        if (end < openTimes.length) {
            return;
        }
        if (start > 0 && start >= bound / 4) {
            moveTo(openTimes, columns);
            return;
        }
        int capacity = (int) Math.min(2L * openTimes.length, (long) bound + bound / 4 + 2);
        double[][] grown = new double[COLUMNS][Math.max(capacity, openTimes.length + 1)];
        moveTo(new long[grown[0].length], grown);
    }

    private void moveTo(long[] times, double[][] target) {
        int size = size();
        System.arraycopy(openTimes, start, times, 0, size);
        openTimes = times;
        for (int i = 0; i < COLUMNS; i++) {
            System.arraycopy(columns[i], start, target[i], 0, size);
            columns[i] = target[i];
        }
        start = 0;
        end = size;
    }
}
