package io.tradewind.learning.explanation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import io.tradewind.learning.importance.Contributions;
import io.tradewind.learning.importance.FeatureImportance;
import io.tradewind.learning.importance.PartialDependence;
import io.tradewind.learning.prediction.Predictor;
import io.tradewind.learning.task.Forecast;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Any predictor can be explained, whatever runs it. */
class ExplanationsTest {

    private static final int ROWS = 600;

    /** P(up) follows the newest row's first feature; or a return that does. */
    private record Follower(List<String> outputs) implements Predictor {
        @Override
        public int window() {
            return 2;
        }

        @Override
        public List<String> features() {
            return List.of("leader", "noise");
        }

        @Override
        public boolean acceptsMissing() {
            return false;
        }

        @Override
        public Forecast[] predictBatch(double[] windows, int count) {
            Forecast[] forecasts = new Forecast[count];
            for (int row = 0; row < count; row++) {
                double up = 1 / (1 + Math.exp(-windows[4 * row + 2]));
                forecasts[row] = new Forecast(up > 0.5 ? 1 : -1, up, up / 100, new double[] {1 - up, up});
            }
            return forecasts;
        }

        @Override
        public void close() {}
    }

    private static double[] windows() {
        SplittableRandom random = new SplittableRandom(4);
        double[] windows = new double[4 * ROWS];
        Arrays.setAll(windows, k -> random.nextGaussian());
        return windows;
    }

    @Test
    void explainsProbabilitiesWhereThereAreSome() {
        try (Predictor predictor = new Follower(List.of("down", "up"))) {
            // When
            Contributions contributions =
                    Explanations.contributions(predictor, windows(), ROWS, Arrays.copyOf(windows(), 4 * 20), 20, 1);

            // Then
            assertThat(contributions.summary().unit()).isEqualTo("probability");
            assertThat(contributions.largestGap()).isLessThan(1e-12);
            assertThat(contributions.effect("leader")).isGreaterThan(0.95);
            assertThat(contributions.meanAbsolute("noise")).isLessThan(1e-12);
        }
    }

    @Test
    void explainsReturnsOtherwise() {
        try (Predictor predictor = new Follower(List.of("expectedReturn"))) {
            List<PartialDependence> curves =
                    Explanations.dependence(predictor, windows(), ROWS, List.of("noise", "leader"), 7);

            assertThat(curves).extracting(PartialDependence::name).containsExactly("noise", "leader");
            assertThat(curves.get(1).scores()).hasSize(7).isSorted();
            double span = curves.get(0).scores().stream()
                    .mapToDouble(
                            score -> Math.abs(score - curves.get(0).scores().get(0)))
                    .max()
                    .orElseThrow();
            assertThat(span).isCloseTo(0, within(1e-15));
            assertThatThrownBy(() -> Explanations.dependence(predictor, windows(), ROWS, List.of("moon"), 7))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("feature must be one of [leader, noise], was moon");
        }
    }

    @Test
    void shufflingWhatAModelUsesCostsIt() {
        try (Predictor predictor = new Follower(List.of("down", "up"))) {
            double[] windows = windows();

            FeatureImportance importance = Explanations.permutation(predictor, windows, ROWS, 3, 5, forecasts -> {
                double loss = 0;
                for (int row = 0; row < ROWS; row++) {
                    loss -= Math.log(forecasts[row].outputs()[windows[4 * row + 2] > 0 ? 1 : 0]);
                }
                return loss / ROWS;
            });

            assertThat(importance.features())
                    .extracting(FeatureImportance.Entry::name)
                    .containsExactly("leader", "noise");
            assertThat(importance.features().get(0).importance())
                    .isGreaterThan(10 * importance.features().get(0).deviation());
            assertThat(importance.features().get(1).importance()).isZero();
        }
    }
}
