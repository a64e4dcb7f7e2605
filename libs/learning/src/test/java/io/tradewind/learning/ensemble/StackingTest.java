package io.tradewind.learning.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class StackingTest {

    private static final int ROWS = 2000;

    private final List<double[]> forecasts = new ArrayList<>();
    private final List<double[]> targets = new ArrayList<>();

    /** Of two members and two outputs, the first member knows the first output and nobody the second. */
    private void draw() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < ROWS; i++) {
            double truth = random.nextGaussian();
            forecasts.add(
                    new double[] {truth + 3, random.nextGaussian(), random.nextGaussian(), random.nextGaussian()});
            targets.add(new double[] {2 * truth, random.nextGaussian()});
        }
    }

    @Test
    void findsWhoKnowsAndWhatIsLeftOver() {
        // Given
        draw();

        // When
        Aggregation aggregation = Stacking.fit(List.of(1.0, 1.0), forecasts, targets, 1e-6);

        // Then
        assertThat(aggregation.coefficients().get(0).get(0)).isCloseTo(-6, within(0.1));
        assertThat(aggregation.coefficients().get(0).get(1)).isCloseTo(2, within(0.01));
        assertThat(aggregation.coefficients().get(0).get(2)).isCloseTo(0, within(0.01));
        assertThat(aggregation.coefficients().get(1).get(1)).isCloseTo(0, within(0.06));
        assertThat(aggregation.coefficients().get(1).get(2)).isCloseTo(0, within(0.06));
    }

    @Test
    void aStrongPenaltyLeavesTheWeights() {
        // Given
        draw();

        // When
        Aggregation aggregation = Stacking.fit(List.of(3.0, 1.0), forecasts, targets, 1e9);

        // Then
        assertThat(aggregation.weights()).containsExactly(0.75, 0.25);
        for (List<Double> coefficients : aggregation.coefficients()) {
            assertThat(coefficients.get(1)).isCloseTo(0.75, within(1e-6));
            assertThat(coefficients.get(2)).isCloseTo(0.25, within(1e-6));
        }
    }

    @Test
    void membersThatNeverMoveKeepTheirWeights() {
        for (int i = 0; i < 10; i++) {
            forecasts.add(new double[] {0.5, 0.5});
            targets.add(new double[] {i});
        }

        assertThat(Stacking.fit(List.of(1.0, 1.0), forecasts, targets, 0.1).coefficients())
                .containsExactly(List.of(4.0, 0.5, 0.5));
    }
}
