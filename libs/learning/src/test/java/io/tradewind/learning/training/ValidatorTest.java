package io.tradewind.learning.training;

import io.tradewind.learning.evaluation.FoldStatistics;
import io.tradewind.learning.evaluation.Verdict;
import io.tradewind.learning.split.WalkForwardSplit;
import io.tradewind.market.candle.CandleSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ValidatorTest {

    private static final CandleSeries MARKET = Markets.synthetic(2000);
    private static final TrainingPlan PLAN =
            TrainingPlan.demo("XGBOOST").epochs(30).horizonBars(2).build();

    @Test
    void walksForwardWithAModelPerFold() {
        // When
        ValidationReport report = Validator.walkForward(
                PLAN, MARKET, WalkForwardSplit.Window.EXPANDING, 0.6, 0.1, 0.1, new CancellationToken());

        // Then
        assertThat(report.method()).isEqualTo("walk-forward-expanding");
        assertThat(report.folds()).hasSize(4);
        assertThat(report.accuracy().mean()).isBetween(0.52, 0.75);
        assertThat(report.verdict()).isIn(Verdict.GOOD, Verdict.ACCEPTABLE, Verdict.MARGINAL);
        // Both borders of a fold lose the labels that reach across: one bar besides the neighbour's own.
        assertThat(report.splits().folds())
                .allSatisfy(fold -> assertThat(fold.purged()).isEqualTo(4));
    }

    @Test
    void crossValidatesWithPurging() {
        assertThat(Validator.purgedKFold(PLAN, MARKET, 3, new CancellationToken())
                        .folds())
                .hasSize(3);
        assertThat(Validator.combinatorial(PLAN, MARKET, 4, 2, new CancellationToken())
                        .folds())
                .hasSize(6);
    }

    @Test
    void refusesFoldsWithTooFewRows() {
        assertThatThrownBy(() -> Validator.walkForward(
                        PLAN,
                        MARKET.slice(0, 200),
                        WalkForwardSplit.Window.ROLLING,
                        0.2,
                        0.01,
                        0.1,
                        new CancellationToken()))
                .isInstanceOf(TrainingRefusedException.class)
                .hasMessageContaining("needs at least");
    }

    @ParameterizedTest
    @CsvSource({
        "0.61, 0.81, GOOD",
        "0.61, 0.75, ACCEPTABLE",
        "0.60, 0.90, ACCEPTABLE",
        "0.61, 0.60, MARGINAL",
        "0.51, 0.99, MARGINAL",
        "0.50, 1.00, POOR"
    })
    void verdictsFollowAccuracyAndConsistency(double accuracy, double consistency, Verdict verdict) {
        assertThat(Verdict.of(accuracy, consistency)).isEqualTo(verdict);
    }

    @Test
    void consistencyIsOneWhereFoldsAreAlike() {
        assertThat(FoldStatistics.of(new double[] {0.5, 0.5}).consistency()).isEqualTo(1);
        assertThat(FoldStatistics.of(new double[] {0.4, 0.6}).consistency()).isBetween(0.71, 0.72);
    }
}
