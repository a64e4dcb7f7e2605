package io.tradewind.learning.evaluation;

import java.util.List;
import java.util.Map;

import io.tradewind.learning.split.SplitAudit;
import io.tradewind.learning.task.Forecast;
import io.tradewind.learning.task.Task;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class EvaluatorTest {

    private static Forecast forecast(double up) {
        return new Forecast((int) Math.signum(up - 0.5), Math.max(up, 1 - up), up - 0.5, new double[] {1 - up, up});
    }

    private static Evaluation evaluate(double[] ups, double[] returns, double deadBand) {
        List<Forecast> forecasts =
                java.util.Arrays.stream(ups).mapToObj(EvaluatorTest::forecast).toList();
        return Evaluator.evaluate(new Evidence(
                Task.DIRECTION,
                forecasts,
                returns,
                returns,
                1,
                deadBand,
                0,
                365,
                true,
                Map.of("always down", new int[] {-1, -1, -1, -1}),
                GatePolicy.DEFAULT,
                new SplitAudit("chronological", 1, 0, List.of()),
                new TrainingSummary(1, 1, 0.6, 0.7, 10, 100)));
    }

    @Test
    void scoresAgainstTheMajorityBaseline() {
        // When
        Evaluation evaluation =
                evaluate(new double[] {0.9, 0.2, 0.6, 0.3}, new double[] {0.01, -0.01, -0.01, -0.02}, 0);

        // Then
        assertThat(evaluation.accuracy()).isEqualTo(0.75);
        assertThat(evaluation.majorityBaseline()).isEqualTo(0.25);
        assertThat(evaluation.edge()).isEqualTo(0.5);
        assertThat(evaluation.edgeStandardError()).isCloseTo(0.25, within(1e-12));
        assertThat(evaluation.confusion()).containsExactly(List.of(2L, 1L), List.of(0L, 1L));
        assertThat(evaluation.precision()).isEqualTo(0.5);
        assertThat(evaluation.recall()).isEqualTo(1);
        assertThat(evaluation.auc()).isEqualTo(1);
        assertThat(evaluation.brier()).isCloseTo((0.01 + 0.04 + 0.36 + 0.09) / 4, within(1e-12));
        assertThat(evaluation.baselines().get("always down").accuracy()).isEqualTo(0.75);
    }

    @Test
    void leavesTheDeadBandOutOfAccuracyButTradesIt() {
        // When
        Evaluation evaluation =
                evaluate(new double[] {0.9, 0.9, 0.9, 0.2}, new double[] {0.05, 0.001, -0.001, -0.05}, 0.01);

        // Then
        assertThat(evaluation.rows()).isEqualTo(4);
        assertThat(evaluation.scoredRows()).isEqualTo(2);
        assertThat(evaluation.accuracy()).isEqualTo(1);
        assertThat(evaluation.directionalAccuracy()).isEqualTo(0.75);
        assertThat(evaluation.winRate()).isEqualTo(0.75);
    }

    @Test
    void failsGatesOnUndefinedMetrics() {
        // When: nothing moves, so accuracy and its error do not exist
        Evaluation evaluation = evaluate(new double[] {0.9, 0.9, 0.9, 0.9}, new double[4], 0);

        // Then
        assertThat(evaluation.accuracy()).isNull();
        assertThat(evaluation.gates().passed()).isFalse();
        assertThat(evaluation.gates().checks())
                .extracting(GateCheck::name, GateCheck::passed)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("directionalAccuracy", false),
                        org.assertj.core.groups.Tuple.tuple("edgeOverMajority", false));
    }

    @Test
    void passesGatesOnlyIfAllPass() {
        Gates passed = GatePolicy.DEFAULT.check(0.55, 1.5, 0.2, 0.03, 0.02);
        Gates failed = GatePolicy.DEFAULT.check(0.55, 1.5, 0.2, 0.02, 0.02);

        assertThat(passed.passed()).isTrue();
        assertThat(failed.passed()).isFalse();
        assertThat(failed.checks())
                .filteredOn(check -> !check.passed())
                .extracting(GateCheck::name)
                .containsExactly("edgeOverMajority");
    }

    @Test
    void widensErrorsWhereHorizonsOverlap() {
        double[] runs = {1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0};

        assertThat(OverlapError.of(runs, 0)).isCloseTo(0.5 / 4, within(1e-12));
        assertThat(OverlapError.of(runs, 3)).isGreaterThan(OverlapError.of(runs, 0) * 1.3);
        assertThat(OverlapError.of(new double[] {1}, 0)).isNaN();
    }

    @Test
    void sharesRanksBetweenTies() {
        assertThat(ClassMetrics.auc(new double[] {0.5, 0.5, 0.5}, new boolean[] {true, false, true}))
                .isEqualTo(0.5);
        assertThat(ClassMetrics.auc(new double[] {0.1, 0.4, 0.35, 0.8}, new boolean[] {false, false, true, true}))
                .isEqualTo(0.75);
        assertThat(ClassMetrics.auc(new double[] {0.1}, new boolean[] {true})).isNaN();
    }

    @Test
    void slippageCostsLikeCosts() {
        Evaluation cost = traded(7, 0, 1);
        Evaluation slippage = traded(3, 4, 1);

        assertThat(slippage.pnl())
                .isEqualTo(cost.pnl())
                .isLessThan(traded(0, 0, 1).pnl());
        assertThat(slippage.slippageBps()).isEqualTo(4);
    }

    @Test
    void moreTrialsMakeTheSameResultLessConvincing() {
        Evaluation only = traded(0, 0, 1);
        Evaluation best = traded(0, 0, 50);

        assertThat(only.deflation().probability()).isEqualTo(only.probabilisticSharpe());
        assertThat(best.deflation().probability()).isLessThan(only.deflation().probability());
        assertThat(best.deflation().trials()).isEqualTo(50);
    }

    private static Evaluation traded(double costBps, double slippageBps, int trials) {
        double[] returns = {0.01, -0.02, 0.03, 0.01, -0.01};
        List<Forecast> forecasts = List.of(forecast(0.7), forecast(0.4), forecast(0.6), forecast(0.2), forecast(0.3));
        return Evaluator.evaluate(new Evidence(
                Task.DIRECTION,
                forecasts,
                returns,
                returns,
                1,
                0,
                costBps,
                365,
                true,
                Map.of(),
                GatePolicy.DEFAULT,
                new SplitAudit("chronological", 1, 0, List.of()),
                new TrainingSummary(1, 1, 0.6, 0.7, 10, 100),
                slippageBps,
                trials,
                TaskEvidence.NONE));
    }

    @Test
    void whatNobodyJudgedPassesNoGate() {
        Evaluation nothing = Evaluation.unjudged(Task.RETURN);

        assertThat(nothing.gates().passed()).isFalse();
        assertThat(nothing.gates().checks()).hasSize(4).noneMatch(GateCheck::passed);
        assertThat(nothing.accuracy()).isNull();
    }
}
