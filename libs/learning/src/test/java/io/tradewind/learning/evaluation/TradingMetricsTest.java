package io.tradewind.learning.evaluation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
        TradingMetrics idle = TradingMetrics.of(new Backtest.Result(new double[3], new double[3], 0), DAYS, 1);

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

    @ParameterizedTest
    @CsvSource({"100, 0.9004", "46, 0.9505"})
    void deflatesAsThePublishedExample(int trials, double published) {
        // Given: five years of daily returns with an annual Sharpe ratio of 2.5, skew -3 and kurtosis 10, the best of
        // so many trials whose annual ratios have a variance of 1/2 (Bailey and Lopez de Prado 2014, section "A
        // numerical example")
        double daily = 2.5 / Math.sqrt(250);
        double benchmark = ProbabilisticSharpe.expectedMaximum(trials, 0.5 / 250);

        // Then
        assertThat(ProbabilisticSharpe.probability(daily, benchmark, 1250, -3, 10))
                .isCloseTo(published, within(0.001));
    }

    @Test
    void trialsOfUnknownSpreadScatterAsWorthlessOnesDo() {
        assertThat(ProbabilisticSharpe.deflated(MIXED, 20)).isEqualTo(ProbabilisticSharpe.deflated(MIXED, 20, 1.0 / 7));
        assertThat(ProbabilisticSharpe.deflated(MIXED, 1)).isEqualTo(ProbabilisticSharpe.of(MIXED, 0));
        assertThatThrownBy(() -> ProbabilisticSharpe.deflated(MIXED, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("trials must be >= 1, was 0");
    }
}
