package io.tradewind.learning.calibration;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CalibratorTest {

    private static final int ROWS = 20_000;

    private final double[] claimed = new double[ROWS];
    private final boolean[] up = new boolean[ROWS];

    /** Claims log-odds twice as large as they are and shifted by 0.3. */
    private void overconfident(double shift) {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < ROWS; i++) {
            double logOdds = random.nextGaussian();
            up[i] = random.nextDouble() < Calibration.logistic(logOdds);
            claimed[i] = Calibration.logistic(2 * logOdds + shift);
        }
    }

    @Test
    void temperatureHalvesDoubledLogOdds() {
        overconfident(0);

        Calibration calibration = Calibrator.fit(Calibration.Method.TEMPERATURE, claimed, up);

        assertThat(calibration.slope()).isCloseTo(0.5, within(0.02));
        assertThat(calibration.calibrate(0.5)).isEqualTo(0.5);
    }

    @Test
    void plattUndoesScaleAndShift() {
        overconfident(0.3);

        Calibration calibration = Calibrator.fit(Calibration.Method.PLATT, claimed, up);

        assertThat(calibration.slope()).isCloseTo(0.5, within(0.03));
        assertThat(calibration.intercept()).isCloseTo(-0.15, within(0.05));
    }

    @ParameterizedTest
    @EnumSource(names = {"TEMPERATURE", "PLATT", "ISOTONIC"})
    void calibratedProbabilitiesMeanWhatTheySay(Calibration.Method method) {
        overconfident(0);

        Calibration calibration = Calibrator.fit(method, claimed, up);

        double sum = 0;
        int hits = 0;
        int rows = 0;
        for (int i = 0; i < ROWS; i++) {
            double probability = calibration.calibrate(claimed[i]);
            assertThat(probability).isBetween(0.0, 1.0);
            if (probability > 0.65 && probability < 0.75) {
                sum += probability;
                hits += up[i] ? 1 : 0;
                rows++;
            }
        }
        assertThat((double) hits / rows).isCloseTo(sum / rows, within(0.03));
    }

    @Test
    void isotonicNeverFallsAndNeverClaimsCertainty() {
        overconfident(0);

        Calibration calibration = Calibrator.fit(Calibration.Method.ISOTONIC, claimed, up);

        double before = 0;
        for (double raw = 0; raw <= 1; raw += 0.001) {
            double now = calibration.calibrate(raw);
            assertThat(now).isGreaterThanOrEqualTo(before).isLessThan(1);
            before = now;
        }
    }

    @Test
    void fewRowsAreLeftToPlatt() {
        assertThat(Calibrator.fit(Calibration.Method.ISOTONIC, new double[] {0.4, 0.6, 0.5}, new boolean[] {
                            false, true, true
                        })
                        .method())
                .isEqualTo(Calibration.Method.PLATT);
        assertThat(Calibrator.fit(Calibration.Method.PLATT, new double[0], new boolean[0]))
                .isEqualTo(Calibration.NONE);
    }

    @Test
    void conformalRadiusCoversItsShare() {
        double[] residuals = new double[99];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = (i % 2 == 0 ? 1 : -1) * (i + 1);
        }

        assertThat(Calibrator.residuals(residuals, 0.9).intervalRadius()).isEqualTo(90);
    }

    @Test
    void oneTemperatureMakesThreeClassesHonest() {
        // Given: probabilities twice as sure in log-odds as they may be
        java.util.SplittableRandom random = new java.util.SplittableRandom(2);
        double[][] claimed = new double[60_000][3];
        int[] classes = new int[claimed.length];
        for (int i = 0; i < classes.length; i++) {
            double[] honest = {random.nextDouble() + 0.1, random.nextDouble() + 0.1, random.nextDouble() + 0.1};
            double sum = honest[0] + honest[1] + honest[2];
            double draw = random.nextDouble() * sum;
            classes[i] = draw < honest[0] ? 0 : draw < honest[0] + honest[1] ? 1 : 2;
            double squares = 0;
            for (double value : honest) {
                squares += value * value;
            }
            for (int k = 0; k < 3; k++) {
                claimed[i][k] = honest[k] * honest[k] / squares;
            }
        }

        // When
        Calibration calibration = Calibrator.fitClasses(Calibration.Method.TEMPERATURE, claimed, classes);

        // Then
        assertThat(calibration.slope()).isCloseTo(0.5, within(0.03));
        double[] probabilities = {0.8, 0.15, 0.05};
        calibration.calibrateClasses(probabilities);
        assertThat(probabilities[0] + probabilities[1] + probabilities[2]).isCloseTo(1, within(1e-12));
        assertThat(probabilities[0]).isBetween(0.5, 0.7);
        assertThat(Calibrator.fitClasses(Calibration.Method.NONE, claimed, classes))
                .isEqualTo(Calibration.NONE);
    }

    @Test
    void everyLabelIsCalibratedByItselfAndRareOnesAreLeftAlone() {
        // Given: the first label is claimed three times too often, the second never holds
        java.util.SplittableRandom random = new java.util.SplittableRandom(3);
        double[][] claimed = new double[3000][2];
        boolean[][] holds = new boolean[claimed.length][2];
        for (int i = 0; i < claimed.length; i++) {
            double honest = 0.05 + 0.25 * random.nextDouble();
            holds[i][0] = random.nextDouble() < honest;
            claimed[i] = new double[] {3 * honest, 0.4};
        }

        // When
        Calibration calibration = Calibrator.fitLabels(Calibration.Method.TEMPERATURE, claimed, holds);

        // Then
        double[] probabilities = {0.6, 0.4};
        calibration.calibrateLabels(probabilities);
        assertThat(probabilities[0]).isCloseTo(0.2, within(0.04));
        assertThat(probabilities[1]).isEqualTo(0.4);
        assertThat(calibration.outputs().get(0).method()).isEqualTo(Calibration.Method.PLATT);
    }
}
