package io.tradewind.learning.evaluation;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Trades directions bar by bar: each is held for the horizon with an equal part of the capital, so that horizons overlap
 * without leverage. A direction decided on a bar's close earns from the next bar on.
 */
public final class Backtest {

    private static final double BASIS_POINTS = 10_000;

    /**
     * What came of it.
     *
     * @param returns return of each bar after costs
     * @param positions position held during each bar, -1..1
     * @param turnover sum of absolute changes of position
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Result(double[] returns, double[] positions, double turnover) {}

    private Backtest() {}

    /**
     * Trades the directions.
     *
     * @param directions decided on each bar's close: -1, 0 or 1
     * @param barReturns return from each bar's close to the next one's, as many
     * @param costBps cost of changing the position by 1
     */
    public static Result run(int[] directions, double[] barReturns, int horizonBars, double costBps) {
        double[] returns = new double[directions.length];
        double[] positions = new double[directions.length];
        Deque<Integer> held = new ArrayDeque<>();
        int sum = 0;
        double before = 0;
        double turnover = 0;
        for (int bar = 0; bar < directions.length; bar++) {
            held.addLast(directions[bar]);
            sum += directions[bar];
            if (held.size() > horizonBars) {
                sum -= held.removeFirst();
            }
            double position = (double) sum / horizonBars;
            double change = Math.abs(position - before);
            returns[bar] = position * barReturns[bar] - change * costBps / BASIS_POINTS;
            positions[bar] = position;
            turnover += change;
            before = position;
        }
        return new Result(returns, positions, turnover);
    }
}
