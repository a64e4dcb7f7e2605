package io.tradewind.monitoring.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Running sums of one window. Sums of fractions are decimal numbers of fixed scale: adding them is associative to the
 * last digit, so that neither order nor batching of events shows in a figure. Not thread-safe.
 */
public final class Tally {

    private static final int SCALE = 12;

    long predictions;
    BigDecimal confidenceSum = BigDecimal.ZERO;
    long latencyCount;
    long latencyMicrosSum;
    final LatencySketch latencies = new LatencySketch();
    long joined;
    long judged;
    long correct;
    long highJudged;
    long highCorrect;
    long trades;
    long wins;
    BigDecimal profitSum = BigDecimal.ZERO;
    BigDecimal profitSquareSum = BigDecimal.ZERO;
    BigDecimal grossProfit = BigDecimal.ZERO;
    BigDecimal grossLoss = BigDecimal.ZERO;

    /** A fraction on the scale all sums are kept on. */
    public static BigDecimal exact(double fraction) {
        return BigDecimal.valueOf(fraction).setScale(SCALE, RoundingMode.HALF_EVEN);
    }

    /**
     * Counts a prediction.
     *
     * @param confidence in [0, 1]
     * @param latencyMicros in microseconds; 0 where it is not known
     */
    public void count(double confidence, long latencyMicros) {
        predictions++;
        confidenceSum = confidenceSum.add(exact(confidence));
        if (latencyMicros > 0) {
            latencyCount++;
            latencyMicrosSum += latencyMicros;
            latencies.add(latencyMicros);
        }
    }

    /** Counts a prediction's outcome. */
    public void count(Judgement judgement) {
        joined++;
        if (judgement.judged()) {
            judge(judgement);
        }
        if (judgement.traded()) {
            trade(judgement.profit());
        }
    }

    /** Adds another window's sums. */
    public void merge(Tally other) {
        predictions += other.predictions;
        confidenceSum = confidenceSum.add(other.confidenceSum);
        latencyCount += other.latencyCount;
        latencyMicrosSum += other.latencyMicrosSum;
        latencies.merge(other.latencies);
        joined += other.joined;
        judged += other.judged;
        correct += other.correct;
        highJudged += other.highJudged;
        highCorrect += other.highCorrect;
        trades += other.trades;
        wins += other.wins;
        profitSum = profitSum.add(other.profitSum);
        profitSquareSum = profitSquareSum.add(other.profitSquareSum);
        grossProfit = grossProfit.add(other.grossProfit);
        grossLoss = grossLoss.add(other.grossLoss);
    }

    /** How many predictions were made. */
    public long predictions() {
        return predictions;
    }

    /** How many of them have their outcome. */
    public long joined() {
        return joined;
    }

    private void judge(Judgement judgement) {
        int right = judgement.correct() ? 1 : 0;
        judged++;
        correct += right;
        if (judgement.confident()) {
            highJudged++;
            highCorrect += right;
        }
    }

    private void trade(BigDecimal profit) {
        trades++;
        profitSum = profitSum.add(profit);
        profitSquareSum = profitSquareSum.add(profit.multiply(profit));
        if (profit.signum() > 0) {
            wins++;
            grossProfit = grossProfit.add(profit);
        } else {
            grossLoss = grossLoss.subtract(profit);
        }
    }
}
