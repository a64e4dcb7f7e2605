package io.tradewind.learning.training;

import java.util.List;
import java.util.Map;

import io.tradewind.learning.prediction.Predictor;
import io.tradewind.learning.prediction.PredictorFactory;
import io.tradewind.learning.task.Forecast;
import io.tradewind.learning.task.Task;
import io.tradewind.market.candle.CandleSeries;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PatternCnnTest {

    private static final CandleSeries MARKET = Markets.synthetic(5000);
    private static final int FIRST_TEST_ROW = 4300;

    @Test
    void recognisesPatternsInCandlesItHasNotSeen() {
        // Given
        TrainingPlan plan = TrainingPlan.builder("PATTERN_CNN")
                .hyperparameters(Map.of("schedule", "one-cycle"))
                .learningRate(0.01)
                .epochs(10)
                .seed(1L)
                .build();

        // When
        TrainingResult result = Trainer.train(plan, MARKET, ProgressListener.NONE, new CancellationToken());

        // Then
        List<PatternScores.Score> scores = PatternScores.of(result, MARKET, FIRST_TEST_ROW).stream()
                .filter(score -> score.held() > 0)
                .toList();
        double macro =
                scores.stream().mapToDouble(PatternScores.Score::f1).average().orElseThrow();
        double withoutLooking = scores.stream()
                .mapToDouble(PatternScores.Score::baseline)
                .average()
                .orElseThrow();
        assertThat(macro).isGreaterThan(3 * withoutLooking);
        assertThat(scores)
                .filteredOn(score -> score.label().startsWith("engulfing"))
                .hasSize(2)
                .allMatch(score -> score.f1() > 0.7);
        assertThat(result.manifest().featureNames()).containsExactly("open", "high", "low", "close", "volume");
        assertThat(result.manifest().window()).isEqualTo(20);
        assertThat(result.manifest().outputNames()).isEqualTo(Task.PATTERNS.outputNames());
        try (Predictor predictor = PredictorFactory.of(result.manifest(), result.models())) {
            // What inference warms it up with.
            Forecast zeros = predictor.predict(new double[20 * 5]);
            assertThat(zeros.confidence()).isBetween(0.0, 1.0);
            assertThat(zeros.direction()).isZero();
        }
    }

    @Test
    void takesNothingButCandlesAndTellsNothingButPatterns() {
        assertThatThrownBy(() -> TrainingPlan.builder("PATTERN_CNN")
                        .features(List.of("close", "volume"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("features of PATTERN_CNN must be the set candle with [open, high, low, close, volume], were"
                        + " [close, volume]");
        assertThatThrownBy(() ->
                        TrainingPlan.builder("PATTERN_CNN").task(Task.DIRECTION).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("task of PATTERN_CNN must be one of [PATTERNS], was DIRECTION");
    }
}
