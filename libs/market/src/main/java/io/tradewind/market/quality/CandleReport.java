package io.tradewind.market.quality;

import java.util.List;

/**
 * What a {@link CandleCheck} found.
 *
 * @param rows candles seen
 * @param accepted candles without a fatal issue
 * @param duplicates candles with the open time of the one before
 * @param backwards candles that open before the one before
 * @param notFinite candles with NaN or infinity
 * @param notPositive candles with a price of zero or less
 * @param negativeVolume candles with a volume below zero
 * @param badOhlc candles whose high or low does not enclose open and close
 * @param offGrid candles whose distance to the one before is no multiple of the timeframe
 * @param gaps how many times candles are missing between neighbours
 * @param missingBars how many candles are missing in those gaps
 * @param largestGapBars the largest gap, in candles
 * @param unexpectedGaps gaps that the session calendar does not explain; all gaps without a calendar
 * @param unexpectedMissingBars missing candles that the session calendar says should be there
 * @param zeroVolume candles with no volume
 * @param flat candles with open, high, low and close the same
 * @param suspectedSplits moves of close to close that look like a share split
 * @param maxAbsLogReturn the largest absolute log return of close to close
 * @param firstOpenTime epoch milliseconds UTC, 0 without candles
 * @param lastOpenTime epoch milliseconds UTC, 0 without candles
 * @param issues the first twenty of each kind, in order; the counts above cover all
 */
public record CandleReport(
        long rows,
        long accepted,
        long duplicates,
        long backwards,
        long notFinite,
        long notPositive,
        long negativeVolume,
        long badOhlc,
        long offGrid,
        long gaps,
        long missingBars,
        long largestGapBars,
        long unexpectedGaps,
        long unexpectedMissingBars,
        long zeroVolume,
        long flat,
        long suspectedSplits,
        double maxAbsLogReturn,
        long firstOpenTime,
        long lastOpenTime,
        List<CandleIssue> issues) {
    public CandleReport {
        issues = List.copyOf(issues);
    }

    /** Whether every candle can be computed with. */
    public boolean usable() {
        return accepted == rows;
    }

    /** Candles that break a rule of values, not of time. */
    public long badValues() {
        return notFinite + notPositive + negativeVolume + badOhlc;
    }
}
