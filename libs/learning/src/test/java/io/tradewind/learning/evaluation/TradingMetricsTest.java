package io.tradewind.learning.evaluation;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TradingMetricsTest {

    /** empyrical's own test vector {@code mixed_returns} without its leading NaN; daily, so 252 periods a year. */
    private static final double[] MIXED = {0.01, 0.10, -0.04, 0.02, 0.03, 0.02, 0.01, -0.10};

    /** empyrical counts the day without a return in the length of a year's growth. */
    private static final double[] WITH_FIRST_DAY = {0, 0.01, 0.10, -0.04, 0.02, 0.03, 0.02, 0.01, -0.10};

    private static final int DAYS = 252;

    @Test
    void agreesWithPublishedValues() {
        assertThat(TradingMetrics.sharpe(MIXED, DAYS)).isCloseTo(1.7238613961706866, within(1e-8));
        assertThat(TradingMetrics.sortino(MIXED, DAYS)).isCloseTo(2.605531251673693, within(1e-8));
        assertThat(TradingMetrics.maxDrawdown(MIXED)).isCloseTo(0.1, within(1e-12));
        assertThat(TradingMetrics.calmar(WITH_FIRST_DAY, DAYS)).isCloseTo(19.135925373194233, within(1e-8));
        assertThat(TradingMetrics.profitFactor(MIXED)).isCloseTo(1.3571429, within(1e-7));
    }

    @Test
    void drawdownCountsFromTheStartingValue() {
        assertThat(TradingMetrics.maxDrawdown(new double[] {-0.1, 0.05})).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void leavesUndefinedMetricsUndefined() {
        TradingMetrics idle = TradingMetrics.of(new Backtest.Result(new double[3], new double[3], 0), DAYS);

        assertThat(idle.sharpe()).isNull();
        assertThat(idle.sortino()).isNull();
        assertThat(idle.winRate()).isNull();
        assertThat(idle.profitFactor()).isZero();
        assertThat(TradingMetrics.profitFactor(new double[] {0.1})).isInfinite();
    }

    @Test
    void backtestHoldsEachDirectionForItsHorizonAndPaysForChanges() {
        // When: two bars' horizon, so each direction gets half the capital
        Backtest.Result result = Backtest.run(new int[] {1, 1, -1, 0}, new double[] {0.02, 0.02, 0.02, 0.02}, 2, 10);

        // Then
        assertThat(result.positions()).containsExactly(0.5, 1, 0, -0.5);
        assertThat(result.turnover()).isEqualTo(2.5);
        assertThat(result.returns()[0]).isCloseTo(0.5 * 0.02 - 0.5 * 0.001, within(1e-15));
        assertThat(result.returns()[3]).isCloseTo(-0.5 * 0.02 - 0.5 * 0.001, within(1e-15));
    }

    @Test
    void probabilisticSharpeFollowsItsFormula() {
        // Given: Sharpe 0.1086 per period, skew and kurtosis worked out by hand from the definition
        double sharpe = TradingMetrics.sharpe(MIXED, 1);

        // Then
        assertThat(ProbabilisticSharpe.of(MIXED, sharpe)).isCloseTo(0.5, within(1e-12));
        assertThat(ProbabilisticSharpe.of(MIXED, 0)).isBetween(0.58, 0.62);
        assertThat(ProbabilisticSharpe.of(new double[] {1, 1}, 0)).isNaN();
    }

    @Test
    void deflationGrowsWithTheTrials() {
        // The paper's own example: 100 trials with a variance of annual Sharpe ratios of 1/2 expect a best of about
        // 1.79.
        assertThat(ProbabilisticSharpe.expectedMaximum(100, 0.5)).isCloseTo(1.79, within(0.01));
        assertThat(ProbabilisticSharpe.deflated(MIXED, 100, 0.01))
                .isLessThan(ProbabilisticSharpe.deflated(MIXED, 1, 0.01));
    }
}
