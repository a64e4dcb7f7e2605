package io.tradewind.learning.network;

import java.util.Map;

import io.tradewind.learning.network.LearningRates.Shape;
import io.tradewind.learning.task.Task;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class LearningRatesTest {

    private static LearningRates rates(Shape shape, long warmup) {
        return new LearningRates(shape, 0.1, 0.01, warmup, 101, 20, 0.5);
    }

    @Test
    void risesInEqualStepsToThePeakAndStaysThere() {
        LearningRates rates = rates(Shape.CONSTANT, 4);
        assertThat(new double[] {rates.at(0), rates.at(1), rates.at(2), rates.at(3), rates.at(4), rates.at(100)})
                .containsExactly(new double[] {0.025, 0.05, 0.075, 0.1, 0.1, 0.1}, within(1e-12));
    }

    @Test
    void cosineFallsFromThePeakToTheLeast() {
        LearningRates rates = rates(Shape.COSINE, 0);
        assertThat(rates.at(0)).isCloseTo(0.1, within(1e-12));
        assertThat(rates.at(25)).isCloseTo(0.01 + 0.09 * (1 + Math.sqrt(0.5)) / 2, within(1e-12));
        assertThat(rates.at(50)).isCloseTo(0.055, within(1e-12));
        assertThat(rates.at(100)).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void stepsDownByTheFactorUntilTheLeast() {
        LearningRates rates = rates(Shape.STEP, 10);
        assertThat(new double[] {rates.at(29), rates.at(30), rates.at(49), rates.at(50), rates.at(100)})
                .containsExactly(new double[] {0.1, 0.05, 0.05, 0.025, 0.01}, within(1e-12));
    }

    @Test
    void oneCycleRisesOverAThirdAndFallsOverTheRest() {
        LearningRates rates = rates(Shape.ONE_CYCLE, 0);
        assertThat(rates.at(0)).isCloseTo(0.1 / 25, within(1e-12));
        assertThat(rates.at(15)).isCloseTo((0.1 + 0.1 / 25) / 2, within(1e-12));
        assertThat(rates.at(30)).isCloseTo(0.1, within(1e-12));
        assertThat(rates.at(100)).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void readsItsScheduleFromTheHyperparameters() {
        // When
        LearningRates rates = LearningRates.of(
                Requests.of("MLP", Map.of("schedule", "step", "warmupEpochs", 1.5, "stepEpochs", 3), Task.RETURN), 10);

        // Then
        assertThat(rates).isEqualTo(new LearningRates(Shape.STEP, 0.001, 0, 15, 10, 30, 0.5));
    }

    @Test
    void refusesALeastRateAboveThePeak() {
        assertThatThrownBy(
                        () -> LearningRates.of(Requests.of("MLP", Map.of("minimumLearningRate", 0.5), Task.RETURN), 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("minimumLearningRate must be at most the learning rate 0.001, was 0.5");
    }
}
