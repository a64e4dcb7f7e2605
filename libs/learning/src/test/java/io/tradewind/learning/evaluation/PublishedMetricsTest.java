package io.tradewind.learning.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.tradewind.learning.split.SplitAudit;
import io.tradewind.learning.task.Forecast;
import io.tradewind.learning.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Metrics against the examples in scikit-learn's documentation and in papers. */
class PublishedMetricsTest {

    @Test
    void logLoss() {
        // sklearn.metrics.log_loss: spam, ham, ham, spam
        double[] spam = {0.9, 0.1, 0.2, 0.65};

        assertThat(ClassMetrics.logLoss(spam, new boolean[] {true, false, false, true}))
                .isCloseTo(0.21616187, within(1e-8));
    }

    @Test
    void brierScore() {
        // sklearn.metrics.brier_score_loss
        assertThat(ClassMetrics.brier(new double[] {0.1, 0.9, 0.8, 0.3}, new boolean[] {false, true, true, false}))
                .isCloseTo(0.0375, within(1e-12));
    }

    @Test
    void areaUnderTheCurve() {
        // sklearn.metrics.roc_auc_score
        assertThat(ClassMetrics.auc(new double[] {0.1, 0.4, 0.35, 0.8}, new boolean[] {false, false, true, true}))
                .isEqualTo(0.75);
    }

    @Test
    void absoluteAndSquaredErrorOfReturns() {
        // sklearn.metrics.mean_absolute_error and mean_squared_error
        Evaluation evaluation = judge(
                Task.RETURN,
                Arrays.stream(new double[] {2.5, 0, 2, 8})
                        .mapToObj(value -> new Forecast((int) Math.signum(value), 0.5, value, new double[] {value}))
                        .toList(),
                new double[] {3, -0.5, 2, 7});

        assertThat(evaluation.mae()).isEqualTo(0.5);
        assertThat(evaluation.mse()).isEqualTo(0.375);
    }

    @Test
    void precisionRecallAndTheirMean() {
        // sklearn.metrics.confusion_matrix's binary example: tn 0, fp 2, fn 1, tp 1
        double[] truth = {-1, 1, -1, 1};
        int[] said = {1, 1, 1, -1};
        List<Forecast> forecasts = Arrays.stream(said)
                .mapToObj(direction -> new Forecast(
                        direction, 0.6, 0, direction > 0 ? new double[] {0.4, 0.6} : new double[] {0.6, 0.4}))
                .toList();

        Evaluation evaluation = judge(Task.DIRECTION, forecasts, truth);

        assertThat(evaluation.confusion()).containsExactly(List.of(0L, 2L), List.of(1L, 1L));
        assertThat(evaluation.precision()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(evaluation.recall()).isEqualTo(0.5);
        assertThat(evaluation.f1()).isCloseTo(0.4, within(1e-12));
        assertThat(evaluation.accuracy()).isEqualTo(0.25);
    }

    /** Two years of monthly returns with a Sharpe ratio of 0.458 a month (Bailey and Lopez de Prado 2012, section 3). */
    @ParameterizedTest
    @CsvSource({"0, 3, 0.982", "-2.448, 10.164, 0.913"})
    void probabilisticSharpe(double skew, double kurtosis, double published) {
        assertThat(ProbabilisticSharpe.probability(0.458, 0, 24, skew, kurtosis))
                .isCloseTo(published, within(0.0006));
    }

    private static Evaluation judge(Task task, List<Forecast> forecasts, double[] returns) {
        return Evaluator.evaluate(new Evidence(
                task,
                forecasts,
                returns,
                new double[returns.length],
                1,
                0,
                0,
                252,
                true,
                Map.of(),
                GatePolicy.DEFAULT,
                new SplitAudit("chronological", 1, 0, List.of()),
                new TrainingSummary(1, 1, 0.6, 0.7, 10, 100)));
    }
}
