package io.tradewind.inference.live;

/** One market at one timeframe. */
record SeriesKey(String symbol, String timeframe) {

    @Override
    public String toString() {
        return symbol + '|' + timeframe;
    }
}
