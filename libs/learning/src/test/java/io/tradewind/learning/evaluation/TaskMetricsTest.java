package io.tradewind.learning.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.tradewind.learning.split.SplitAudit;
import io.tradewind.learning.task.Forecast;
import io.tradewind.learning.task.Task;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TaskMetricsTest {

    private static final double ROUNDING = 1e-12;

    private static Evaluation evaluate(
            Task task, List<Forecast> forecasts, double[] returns, double deadBand, TaskEvidence detail) {
        return Evaluator.evaluate(new Evidence(
                task,
                forecasts,
                returns,
                returns,
                1,
                deadBand,
                0,
                365,
                true,
                Map.of(),
                GatePolicy.DEFAULT,
                new SplitAudit("chronological", 1, 0, List.of()),
                new TrainingSummary(1, 1, 0.6, 0.7, 10, 100),
                0,
                1,
                detail));
    }

    private static Forecast threeWay(double down, double flat, double up) {
        double likeliest = Math.max(down, Math.max(flat, up));
        int direction = flat == likeliest ? 0 : up > down ? 1 : -1;
        return new Forecast(direction, likeliest, up - down, new double[] {down, flat, up});
    }

    @Test
    void threeClassesAreScoredTogetherAndApart() {
        // Given: actually down, flat, flat, up
        List<Forecast> forecasts = List.of(
                threeWay(0.6, 0.3, 0.1), threeWay(0.2, 0.7, 0.1), threeWay(0.1, 0.3, 0.6), threeWay(0.2, 0.2, 0.6));
        TaskEvidence detail = new TaskEvidence(
                List.of("down", "flat", "up"), List.of(1), new double[4][0], new double[] {0.3, 0.5, 0.2});

        // When
        Evaluation evaluation =
                evaluate(Task.THREE_WAY_DIRECTION, forecasts, new double[] {-0.02, 0.001, -0.001, 0.03}, 0.01, detail);

        // Then
        assertThat(evaluation.scoredRows()).isEqualTo(4);
        assertThat(evaluation.accuracy()).isEqualTo(0.75);
        assertThat(evaluation.majorityBaseline()).isEqualTo(0.5);
        assertThat(evaluation.confusion())
                .containsExactly(List.of(1L, 0L, 0L), List.of(0L, 1L, 1L), List.of(0L, 0L, 1L));
        assertThat(evaluation.precision()).isCloseTo((1 + 1 + 0.5) / 3, within(ROUNDING));
        assertThat(evaluation.recall()).isCloseTo((1 + 0.5 + 1) / 3, within(ROUNDING));
        assertThat(evaluation.f1()).isCloseTo((1 + 2 / 3.0 + 2 / 3.0) / 3, within(ROUNDING));
        assertThat(evaluation.details().macroF1()).isEqualTo(evaluation.f1());
        assertThat(evaluation.logLoss())
                .isCloseTo(-(Math.log(0.6) + Math.log(0.7) + Math.log(0.3) + Math.log(0.6)) / 4, within(ROUNDING));
        assertThat(evaluation.brier())
                .isCloseTo(
                        (0.16 + 0.09 + 0.01 + 0.04 + 0.09 + 0.01 + 0.01 + 0.49 + 0.36 + 0.04 + 0.04 + 0.16) / 4,
                        within(ROUNDING));
        assertThat(evaluation.auc()).isEqualTo(1);
        // Three rows have a direction; the third one's sign was wrong.
        assertThat(evaluation.directionalAccuracy()).isCloseTo(2 / 3.0, within(ROUNDING));
        assertThat(evaluation.details().classes())
                .extracting(TaskDetails.ClassScore::name, TaskDetails.ClassScore::rows)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("down", 1L),
                        org.assertj.core.groups.Tuple.tuple("flat", 2L),
                        org.assertj.core.groups.Tuple.tuple("up", 1L));
    }

    @Test
    void aClassNeverForecastCountsAsNothingFound() {
        List<Forecast> forecasts = List.of(threeWay(0.1, 0.2, 0.7), threeWay(0.1, 0.2, 0.7));
        TaskEvidence detail = new TaskEvidence(
                List.of("down", "flat", "up"), List.of(1), new double[2][0], new double[] {0.1, 0.1, 0.8});

        Evaluation evaluation = evaluate(Task.THREE_WAY_DIRECTION, forecasts, new double[] {-0.02, 0.03}, 0.01, detail);

        assertThat(evaluation.details().classes().get(0).precision()).isNull();
        assertThat(evaluation.f1()).isCloseTo(2 / 3.0 / 3, within(ROUNDING));
        assertThat(evaluation.edge()).isZero();
        assertThat(evaluation.gates().passed()).isFalse();
    }

    @Test
    void labelsAreScoredOneByOneAndTogetherAndCannotBeTraded() {
        // Given: two labels; the first is found twice of three times, the second never holds but is said once
        double[][] said = {{0.9, 0.1}, {0.8, 0.2}, {0.3, 0.9}, {0.2, 0.1}};
        List<Forecast> forecasts =
                Arrays.stream(said).map(row -> new Forecast(0, 0.9, 0, row)).toList();
        TaskEvidence detail = new TaskEvidence(
                List.of("doji", "hammer"), List.of(1), new double[][] {{1, 0}, {1, 0}, {1, 0}, {0, 0}}, new double[] {
                    0.6, 0.05
                });

        // When
        Evaluation evaluation = evaluate(Task.PATTERNS, forecasts, new double[4], 0, detail);

        // Then
        assertThat(evaluation.accuracy()).isCloseTo(6 / 8.0, within(ROUNDING));
        assertThat(evaluation.majorityBaseline()).isCloseTo(7 / 8.0, within(ROUNDING));
        assertThat(evaluation.precision()).isCloseTo(2 / 3.0, within(ROUNDING));
        assertThat(evaluation.recall()).isCloseTo(2 / 3.0, within(ROUNDING));
        assertThat(evaluation.f1()).isCloseTo(2 / 3.0, within(ROUNDING));
        assertThat(evaluation.auc()).isEqualTo(1);
        assertThat(evaluation.profitFactor()).isNull();
        assertThat(evaluation.directionalAccuracy()).isNull();
        assertThat(evaluation.mae()).isNull();
        TaskDetails.LabelScore doji = evaluation.details().labels().get(0);
        assertThat(doji.baseRate()).isEqualTo(0.6);
        assertThat(doji.precision()).isEqualTo(1);
        assertThat(doji.f1()).isCloseTo(0.8, within(ROUNDING));
        assertThat(evaluation.details().labels().get(1).auc()).isNull();
        assertThat(evaluation.details().macroF1()).isCloseTo(0.4, within(ROUNDING));
        assertThat(evaluation.gates().checks())
                .extracting(GateCheck::name, GateCheck::passed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("f1", true),
                        org.assertj.core.groups.Tuple.tuple("edgeOverMajority", false));
    }

    @Test
    void everyHorizonHasItsOwnErrorsAndBaseline() {
        // Given
        double[][] said = {{0.01, 0.02}, {-0.01, 0.02}, {0.01, -0.01}};
        List<Forecast> forecasts = Arrays.stream(said)
                .map(row -> new Forecast((int) Math.signum(row[0]), 0.5, row[0], row))
                .toList();
        TaskEvidence detail = new TaskEvidence(
                List.of("expectedReturn_1", "expectedReturn_2"),
                List.of(1, 2),
                new double[][] {{0.02, 0.04}, {-0.02, 0.04}, {-0.01, 0.01}},
                new double[] {0.4, 0.7});

        // When
        Evaluation evaluation = evaluate(Task.RETURN, forecasts, new double[] {0.02, -0.02, -0.01}, 0, detail);

        // Then
        TaskDetails.HorizonScore near = evaluation.details().horizons().get(0);
        TaskDetails.HorizonScore far = evaluation.details().horizons().get(1);
        assertThat(near.mae()).isCloseTo(0.04 / 3, within(ROUNDING)).isEqualTo(evaluation.mae());
        assertThat(near.directionalAccuracy()).isCloseTo(2 / 3.0, within(ROUNDING));
        assertThat(near.majorityBaseline()).isCloseTo(2 / 3.0, within(ROUNDING));
        assertThat(far.horizonBars()).isEqualTo(2);
        assertThat(far.zeroMae()).isCloseTo(0.03, within(ROUNDING));
        assertThat(far.mse()).isCloseTo((0.0004 * 3) / 3, within(ROUNDING));
        assertThat(far.majorityBaseline()).isEqualTo(1);
    }
}
