package io.tradewind.monitoring.statistics;

/**
 * What the series of bar returns comes to, bars without a trade between the first and the last included as zeros.
 *
 * @param barMillis length of a bar, in milliseconds
 * @param bars how many bars lie between the first and the last, both included
 * @param returnSum sum of the bar returns, simple returns of the whole capital
 * @param returnSquareSum sum of their squares
 * @param maxDrawdown largest loss from a peak, as a fraction of the peak, in [0, 1]; the peak starts at the opening
 *     capital
 */
public record EquityCurve(long barMillis, long bars, double returnSum, double returnSquareSum, double maxDrawdown) {

    /** Nothing was judged yet. */
    public static final EquityCurve EMPTY = new EquityCurve(WindowKey.HOUR_MILLIS, 0, 0, 0, 0);
}
