package io.tradewind.learning.importance;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Contributions add up to the forecast less the mean forecast of the background, and are the exact ones where those are known. */
class SampledShapleyTest {

    private static final double ROUNDING = 1e-9;

    /** Some non-linear function of all steps of a window, with interactions between the features. */
    private static WindowScorer tangled(int features) {
        return (windows, count) -> {
            int length = windows.length / count;
            double[] scores = new double[count];
            for (int row = 0; row < count; row++) {
                double sum = 0;
                for (int k = 0; k < length; k++) {
                    double next = windows[row * length + (k + 1) % length];
                    sum += Math.tanh(windows[row * length + k] * next) + (k % features) * windows[row * length + k];
                }
                scores[row] = sum;
            }
            return scores;
        };
    }

    private static WindowScorer linear(double... weights) {
        return (windows, count) -> {
            double[] scores = new double[count];
            for (int k = 0; k < windows.length; k++) {
                scores[k / (windows.length / count)] += weights[k % weights.length] * windows[k];
            }
            return scores;
        };
    }

    private static double[] random(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(size).map(value -> 4 * value - 2).toArray();
    }

    private static List<String> names(int features) {
        return IntStream.range(0, features).mapToObj(i -> "feature" + i).toList();
    }

    @Property(tries = 60)
    void contributionsAddUpToTheScoreLessTheBackgroundsMean(
            @ForAll @IntRange(min = 1, max = 7) int features,
            @ForAll @IntRange(min = 1, max = 4) int window,
            @ForAll @IntRange(min = 1, max = 5) int background,
            @ForAll long seed) {
        // Given
        double[] rows = random(seed, 3 * window * features);
        double[] others = random(seed + 1, background * window * features);
        WindowScorer model = tangled(features);

        // When
        Contributions measured = SampledShapley.of(model, "return", names(features), rows, 3, others, background, seed);

        // Then
        assertThat(measured.base())
                .isCloseTo(
                        Arrays.stream(model.score(others, background)).average().orElseThrow(), within(ROUNDING));
        assertThat(measured.scores()).isEqualTo(model.score(rows, 3));
        assertThat(measured.largestGap()).isLessThan(ROUNDING);
    }

    @Property(tries = 30)
    void linearModelsComeOutExactly(@ForAll long seed) {
        // Given
        double[] weights = {2, -1, 0, 0.5};
        double[] rows = random(seed, 4 * 5);
        double[] others = random(seed + 1, 4 * 3);

        // When
        Contributions measured = SampledShapley.of(linear(weights), "return", names(4), rows, 5, others, 3, seed);

        // Then: weight times the distance from the background's mean
        for (int row = 0; row < 5; row++) {
            for (int k = 0; k < 4; k++) {
                double mean = (others[k] + others[4 + k] + others[8 + k]) / 3;
                assertThat(measured.values()[row][k])
                        .isCloseTo(weights[k] * (rows[4 * row + k] - mean), within(ROUNDING));
            }
        }
        assertThat(measured.meanAbsolute("feature2")).isLessThan(ROUNDING);
    }

    @Example
    void anInteractionOfTwoIsSharedHalfAndHalf() {
        // Given: a product, explained against a row of zeros
        WindowScorer product = (windows, count) -> {
            double[] scores = new double[count];
            Arrays.setAll(scores, row -> windows[2 * row] * windows[2 * row + 1]);
            return scores;
        };

        // When
        Contributions measured =
                SampledShapley.of(product, "return", names(2), new double[] {3, 4}, 1, new double[] {0, 0}, 1, 1);

        // Then
        assertThat(measured.values()[0]).containsExactly(6, 6);
    }

    @Example
    void manyBackgroundRowsConvergeToTheExactValues() {
        // Given: three features, so that all six orders can be counted by hand
        WindowScorer model = tangled(3);
        double[] row = {1.2, -0.7, 0.4};
        double[] one = {-0.3, 0.9, -1.1};
        int copies = 4000;
        double[] background = new double[3 * copies];
        Arrays.setAll(background, k -> one[k % 3]);

        // When
        Contributions measured = SampledShapley.of(model, "return", names(3), row, 1, background, copies, 9);

        // Then
        double[] exact = exact(model, row, one);
        for (int k = 0; k < 3; k++) {
            assertThat(measured.values()[0][k]).isCloseTo(exact[k], within(0.03));
        }
    }

    private static double[] exact(WindowScorer model, double[] row, double[] other) {
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        double[] values = new double[3];
        for (int[] order : orders) {
            double[] current = other.clone();
            double before = model.score(current, 1)[0];
            for (int feature : order) {
                current[feature] = row[feature];
                double after = model.score(current, 1)[0];
                values[feature] += (after - before) / orders.length;
                before = after;
            }
        }
        return values;
    }

    @Example
    void effectsHaveTheSignOfTheInfluence() {
        double[] rows = random(5, 3 * 40);

        Contributions measured =
                SampledShapley.of(linear(2, -1, 0), "return", names(3), rows, 40, random(6, 3 * 4), 4, 5);

        assertThat(measured.effect("feature0")).isCloseTo(1, within(1e-6));
        assertThat(measured.effect("feature1")).isCloseTo(-1, within(1e-6));
        assertThat(measured.effect("feature2")).isNull();
        assertThatThrownBy(() -> measured.effect("moon"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was moon");
    }

    @Example
    void theSameSeedMeasuresTheSame() {
        double[] rows = random(1, 12);
        double[] background = random(2, 6);

        Contributions first = SampledShapley.of(tangled(3), "return", names(3), rows, 4, background, 2, 8);
        Contributions second = SampledShapley.of(tangled(3), "return", names(3), rows, 4, background, 2, 8);

        assertThat(second.values()).isDeepEqualTo(first.values());
        assertThatThrownBy(() -> SampledShapley.of(tangled(3), "return", names(3), rows, 4, background, 0, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows and background must be >= 1, were 4 and 0");
    }

    @Example
    void dependenceOfALinearFeatureIsItsLine() {
        // Given
        double[] rows = random(3, 2 * 50);

        // When
        PartialDependence curve = PartialDependence.of(linear(3, 1), names(2), 0, rows, 50, 5);

        // Then
        assertThat(curve.values()).hasSize(5).isSorted();
        double rise = curve.values().get(4) - curve.values().get(0);
        assertThat(curve.scores().get(4) - curve.scores().get(0)).isCloseTo(3 * rise, within(ROUNDING));
        assertThat(curve.name()).isEqualTo("feature0");
    }

    @Example
    void aConstantFeatureHasOnePoint() {
        double[] rows = {1, 7, 2, 7, 3, 7};

        assertThat(PartialDependence.of(linear(3, 1), names(2), 1, rows, 3, 5).values())
                .containsExactly(7.0);
    }
}
