package io.tradewind.learning.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * Metrics of a series of returns, one per period, periods without a position included. Undefined ones are null.
 *
 * <p>Conventions: standard deviation with n - 1; Sortino's downside deviation over all periods; drawdown from the starting value;
 * zero returns count as gains of zero. They are empyrical's and quantstats' where those agree.
 */
public record TradingMetrics(
        @Nullable Double profitFactor,
        @Nullable Double sharpe,
        @Nullable Double sortino,
        @Nullable Double calmar,
        @Nullable Double maxDrawdown,
        @Nullable Double winRate,
        @Nullable Double pnl,
        @Nullable Double turnover,
        @Nullable Double probabilisticSharpe,
        @Nullable Double deflatedSharpe) {

    /** Of what cannot be traded. */
    static final TradingMetrics NONE = new TradingMetrics(null, null, null, null, null, null, null, null, null, null);

    /**
     * The metrics of a backtest.
     *
     * @param periodsPerYear what annualised ones are scaled to
     * @param trials models that were tried, this one among them
     */
    public static TradingMetrics of(Backtest.Result result, double periodsPerYear, int trials) {
        double[] returns = result.returns();
        double growth = growth(returns);
        double drawdown = maxDrawdown(returns);
        return new TradingMetrics(
                defined(profitFactor(returns)),
                defined(sharpe(returns, periodsPerYear)),
                defined(sortino(returns, periodsPerYear)),
                defined(calmar(returns, periodsPerYear)),
                defined(drawdown),
                defined(winRate(returns, result.positions())),
                defined(growth - 1),
                defined(result.turnover()),
                defined(ProbabilisticSharpe.of(returns, 0)),
                defined(ProbabilisticSharpe.deflated(returns, trials)));
    }

    /** Null for what is not a finite number. */
    static @Nullable Double defined(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** Sum of gains over sum of losses; infinite without losses, 0 without gains. */
    static double profitFactor(double[] returns) {
        double gains = 0;
        double losses = 0;
        for (double value : returns) {
            gains += Math.max(0, value);
            losses -= Math.min(0, value);
        }
        if (gains == 0) {
            return 0;
        }
        return losses == 0 ? Double.POSITIVE_INFINITY : gains / losses;
    }

    static double sharpe(double[] returns, double periodsPerYear) {
        return mean(returns) / deviation(returns) * Math.sqrt(periodsPerYear);
    }

    static double sortino(double[] returns, double periodsPerYear) {
        double squares = 0;
        for (double value : returns) {
            squares += Math.min(0, value) * Math.min(0, value);
        }
        double downside = Math.sqrt(squares / returns.length);
        return downside == 0 ? Double.NaN : mean(returns) / downside * Math.sqrt(periodsPerYear);
    }

    static double calmar(double[] returns, double periodsPerYear) {
        double drawdown = maxDrawdown(returns);
        double annual = Math.pow(growth(returns), periodsPerYear / returns.length) - 1;
        return drawdown == 0 ? Double.NaN : annual / drawdown;
    }

    /** Largest fall from a peak, the starting value among them, as a positive share. */
    static double maxDrawdown(double[] returns) {
        double equity = 1;
        double peak = 1;
        double largest = 0;
        for (double value : returns) {
            equity *= 1 + value;
            peak = Math.max(peak, equity);
            largest = Math.max(largest, (peak - equity) / peak);
        }
        return largest;
    }

    static double winRate(double[] returns, double[] positions) {
        int held = 0;
        int won = 0;
        for (int i = 0; i < returns.length; i++) {
            held += positions[i] != 0 ? 1 : 0;
            won += positions[i] != 0 && returns[i] > 0 ? 1 : 0;
        }
        return held == 0 ? Double.NaN : (double) won / held;
    }

    private static double growth(double[] returns) {
        double growth = 1;
        for (double value : returns) {
            growth *= 1 + value;
        }
        return growth;
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    static double deviation(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / (values.length - 1));
        return deviation == 0 ? Double.NaN : deviation;
    }
}
