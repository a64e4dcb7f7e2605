package io.tradewind.monitoring.statistics;

import java.math.BigDecimal;
import java.util.UUID;

import io.tradewind.contracts.prediction.Direction;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PerformanceRulesTest {

    private static final WindowKey WINDOW = new WindowKey(new Cohort(new UUID(0, 1), 1, ""), 0);

    @Test
    void sharpeAgreesWithEmpyrical() {
        // Given: empyrical's mixed_returns, in percent, on 252 periods a year
        double[] returns = {0.01, 0.10, -0.04, 0.02, 0.03, 0.02, 0.01, -0.10};
        double sum = 0;
        double squares = 0;
        for (double one : returns) {
            sum += one;
            squares += one * one;
        }

        // When
        Double sharpe = PerformanceRules.sharpe(returns.length, sum, squares, 252);

        // Then: published to 8 digits
        assertThat(sharpe).isCloseTo(1.72386140, within(5e-9));
    }

    @Test
    void sharpeNeedsTwoPeriodsAndSomeVariation() {
        assertThat(PerformanceRules.sharpe(1, 0.1, 0.01, 365)).isNull();
        assertThat(PerformanceRules.sharpe(10, 1.0, 0.1, 365)).isNull();
        assertThat(PerformanceRules.sharpe(10, 0, 0, 365)).isNull();
    }

    @Test
    void periodsWithoutATradeLowerTheSharpeRatio() {
        // Given: the same three returns, alone and among seven bars without a trade
        double sum = 0.03;
        double squares = 3 * 0.0002;

        // When
        Double alone = PerformanceRules.sharpe(3, sum, squares, 365);
        Double amongOthers = PerformanceRules.sharpe(10, sum, squares, 365);

        // Then
        assertThat(amongOthers).isLessThan(alone);
    }

    @Test
    void profitFactorHasNoValueWithoutALoss() {
        assertThat(PerformanceRules.profitFactor(new BigDecimal("0.19"), new BigDecimal("0.14")))
                .isCloseTo(1.3571429, within(1e-7));
        assertThat(PerformanceRules.profitFactor(BigDecimal.ONE, BigDecimal.ZERO))
                .isNull();
    }

    @Test
    void everyFigureFollowsFromTheSums() {
        // Given: four predictions, three with an outcome, one of which abstained
        Tally tally = new Tally();
        tally.count(0.8, 1_000);
        tally.count(0.6, 3_000);
        tally.count(0.5, 0);
        tally.count(0.9, 2_000);
        tally.count(judgement(Direction.UP, Direction.UP, 0.8, "0.02"));
        tally.count(judgement(Direction.DOWN, Direction.UP, 0.6, "-0.01"));
        tally.count(judgement(Direction.FLAT, Direction.UP, 0.5, "0"));

        // When
        Performance performance = PerformanceRules.performance(tally, EquityCurve.EMPTY);

        // Then
        assertThat(performance.predictions()).isEqualTo(4);
        assertThat(performance.joined()).isEqualTo(3);
        assertThat(performance.judged()).isEqualTo(2);
        assertThat(performance.accuracy()).isEqualTo(0.5);
        assertThat(performance.trades()).isEqualTo(2);
        assertThat(performance.winRate()).isEqualTo(0.5);
        assertThat(performance.totalProfit()).isEqualTo(0.01);
        assertThat(performance.averageProfit()).isEqualTo(0.005);
        assertThat(performance.profitFactor()).isEqualTo(2.0);
        assertThat(performance.latencies()).isEqualTo(3);
        assertThat(performance.averageLatencyMillis()).isEqualTo(2.0);
        assertThat(performance.p50LatencyMillis()).isCloseTo(2.0, within(0.02));
        assertThat(performance.averageConfidence()).isEqualTo(0.7);
        assertThat(performance.highConfidenceJudged()).isEqualTo(1);
        assertThat(performance.highConfidenceAccuracy()).isEqualTo(1.0);
        assertThat(performance.sharpeRatio()).isNull();
        assertThat(performance.maxDrawdown()).isNull();
    }

    @Test
    void anEmptyWindowHasNoFigures() {
        // When
        Performance performance = PerformanceRules.performance(new Tally(), EquityCurve.EMPTY);

        // Then
        assertThat(performance.accuracy()).isNull();
        assertThat(performance.winRate()).isNull();
        assertThat(performance.averageProfit()).isNull();
        assertThat(performance.averageConfidence()).isNull();
        assertThat(performance.p99LatencyMillis()).isNull();
        assertThat(performance.totalProfit()).isZero();
    }

    private static Judgement judgement(Direction predicted, Direction actual, double confidence, String profit) {
        return new Judgement(WINDOW, new Bar(3_600_000, 0), 1, predicted, actual, confidence, new BigDecimal(profit));
    }
}
