package io.tradewind.learning.tree;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CompleteRowWalkTest {

    @ParameterizedTest
    @ValueSource(
            floats = {
                0f,
                -0f,
                1f,
                -1f,
                0.1f,
                1.0000001f,
                Float.MIN_VALUE,
                -Float.MIN_VALUE,
                Float.MAX_VALUE,
                -Float.MAX_VALUE,
                Float.POSITIVE_INFINITY
            })
    void theBoundSplitsDoublesAsTheThresholdSplitsThemOnceRounded(float threshold) {
        // Given
        double bound = XgboostTrees.bound(threshold);
        double[] values = {
            bound,
            Math.nextDown(bound),
            Math.nextUp(bound),
            threshold,
            Math.nextDown((double) threshold),
            Math.nextDown(threshold),
            Math.nextUp(threshold),
            0,
            -Double.MAX_VALUE,
            Double.MAX_VALUE
        };

        // Then
        for (double value : values) {
            assertThat(value < bound).as("%s", value).isEqualTo((float) value < threshold);
        }
    }

    @Test
    void theBoundHoldsForRandomThresholdsAndTheDoublesAboutThem() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 20_000; i++) {
            float threshold = Float.intBitsToFloat(random.nextInt());
            if (!Float.isFinite(threshold)) {
                continue;
            }
            double bound = XgboostTrees.bound(threshold);
            double near = threshold + (random.nextDouble() - 0.5) * 4 * Math.ulp(threshold);
            assertThat(near < bound).as("%s at %s", near, threshold).isEqualTo((float) near < threshold);
        }
    }
}
