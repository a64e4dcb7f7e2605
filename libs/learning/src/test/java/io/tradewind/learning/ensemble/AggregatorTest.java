package io.tradewind.learning.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.tradewind.learning.task.Task;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class AggregatorTest {

    private static final double ROUNDING = 1e-12;

    private static Aggregator aggregator(Task task, Aggregation.Method method, List<Double> weights, int outputs) {
        return new Aggregator(task, Aggregation.of(method, weights), outputs);
    }

    private static List<Double> equal(int members) {
        return Collections.nCopies(members, 1.0);
    }

    @Property(tries = 300)
    void everyRuleForReturnsStaysBetweenTheMembers(
            @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = -0.5, max = 0.5) Double> values,
            @ForAll @IntRange(min = 1, max = 1000) int seed) {
        double[] raw = values.stream().mapToDouble(Double::doubleValue).toArray();
        List<Double> weights = weights(raw.length, seed);
        double lowest = Arrays.stream(raw).min().orElseThrow();
        double highest = Arrays.stream(raw).max().orElseThrow();
        for (Aggregation.Method method :
                List.of(Aggregation.Method.WEIGHTED_MEAN, Aggregation.Method.MEDIAN, Aggregation.Method.VOTE)) {
            Aggregator aggregator = aggregator(Task.RETURN, method, weights, 1);
            double combined = aggregator.combine(raw, 0)[0];
            assertThat(combined).isBetween(lowest - ROUNDING, highest + ROUNDING);
            assertThat(aggregator.spreads(raw, 0)[0]).isBetween(0.0, highest - lowest + ROUNDING);
        }
    }

    @Property(tries = 200)
    void classProbabilitiesSumToOneByEveryRule(
            @ForAll @IntRange(min = 1, max = 8) int members, @ForAll @IntRange(min = 1, max = 10_000) int seed) {
        double[] raw = classes(members, seed);
        for (Aggregation.Method method :
                List.of(Aggregation.Method.WEIGHTED_MEAN, Aggregation.Method.MEDIAN, Aggregation.Method.VOTE)) {
            double[] combined = aggregator(Task.THREE_WAY_DIRECTION, method, weights(members, seed), 3)
                    .combine(raw, 0);
            assertThat(Arrays.stream(combined).sum()).isCloseTo(1, within(1e-9));
            assertThat(Arrays.stream(combined).min().orElseThrow()).isNotNegative();
        }
    }

    @Property(tries = 200)
    void theOrderOfMembersDoesNotMatter(
            @ForAll @IntRange(min = 2, max = 8) int members, @ForAll @IntRange(min = 1, max = 10_000) int seed) {
        // Given
        List<Double> weights = weights(members, seed);
        double[] raw = classes(members, seed);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, members).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        double[] shuffled = new double[raw.length];
        List<Double> moved = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            System.arraycopy(raw, order.get(member) * 3, shuffled, member * 3, 3);
            moved.add(weights.get(order.get(member)));
        }
        for (Aggregation.Method method :
                List.of(Aggregation.Method.WEIGHTED_MEAN, Aggregation.Method.MEDIAN, Aggregation.Method.VOTE)) {
            // When
            double[] one =
                    aggregator(Task.THREE_WAY_DIRECTION, method, weights, 3).combine(raw, 0);
            double[] other =
                    aggregator(Task.THREE_WAY_DIRECTION, method, moved, 3).combine(shuffled, 0);

            // Then
            assertThat(other).containsExactly(one, within(1e-9));
        }
    }

    @Property(tries = 100)
    void membersThatAgreeAreRepeated(
            @ForAll @IntRange(min = 1, max = 8) int members,
            @ForAll @DoubleRange(min = -0.1, max = 0.1) double value,
            @ForAll @IntRange(min = 1, max = 1000) int seed) {
        double[] raw = new double[members];
        Arrays.fill(raw, value);
        for (Aggregation.Method method :
                List.of(Aggregation.Method.WEIGHTED_MEAN, Aggregation.Method.MEDIAN, Aggregation.Method.VOTE)) {
            Aggregator aggregator = aggregator(Task.RETURN, method, weights(members, seed), 1);
            assertThat(aggregator.combine(raw, 0)[0]).isCloseTo(value, within(ROUNDING));
            assertThat(aggregator.spreads(raw, 0)[0]).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void theMedianIgnoresOneWildMember() {
        double[] calm = {0.01, 0.02, 0.03};
        double[] wild = {0.01, 0.02, 1e6};

        Aggregator median = aggregator(Task.RETURN, Aggregation.Method.MEDIAN, equal(3), 1);

        assertThat(median.combine(wild, 0)).containsExactly(median.combine(calm, 0));
        assertThat(median.combine(calm, 0)).containsExactly(0.02);
        assertThat(aggregator(Task.RETURN, Aggregation.Method.MEDIAN, equal(4), 1)
                        .combine(new double[] {0.04, 0.01, 0.02, 0.03}, 0)[0])
                .isCloseTo(0.025, within(ROUNDING));
        assertThat(aggregator(Task.RETURN, Aggregation.Method.MEDIAN, List.of(3.0, 1.0, 1.0), 1)
                        .combine(new double[] {0.05, 0.01, 0.02}, 0))
                .containsExactly(0.05);
    }

    @Test
    void votesCountWithTheirWeights() {
        // Members say up, down, down.
        double[] raw = {0.1, 0.9, 0.6, 0.4, 0.7, 0.3};

        assertThat(aggregator(Task.DIRECTION, Aggregation.Method.VOTE, List.of(1.0, 1.0, 2.0), 2)
                        .combine(raw, 0))
                .containsExactly(new double[] {0.75, 0.25}, within(ROUNDING));
        assertThat(aggregator(Task.RETURN, Aggregation.Method.VOTE, equal(3), 1)
                        .combine(new double[] {0.09, -0.01, -0.03}, 0)[0])
                .isCloseTo(-0.02, within(ROUNDING));
        assertThat(aggregator(Task.RETURN, Aggregation.Method.VOTE, equal(2), 1).combine(new double[] {0.09, -0.01}, 0))
                .containsExactly(0);
        double[] labels = new double[3 * 15];
        labels[0] = 0.9;
        labels[15] = 0.6;
        labels[30] = 0.2;
        assertThat(aggregator(Task.PATTERNS, Aggregation.Method.VOTE, equal(3), 15)
                        .combine(labels, 0)[0])
                .isCloseTo(2 / 3.0, within(ROUNDING));
    }

    @Test
    void weightsAreSharesAndTheSpreadFollowsThem() {
        Aggregator aggregator = aggregator(Task.RETURN, Aggregation.Method.WEIGHTED_MEAN, List.of(2.0, 2.0, 1.0), 1);
        double[] raw = {0.01, 0.03, 0.02};

        assertThat(aggregator.combine(raw, 0)[0]).isCloseTo(0.02, within(ROUNDING));
        assertThat(aggregator.spreads(raw, 0)[0]).isCloseTo(Math.sqrt(0.8 * 1e-4), within(ROUNDING));
    }

    @Test
    void refusesWeightsAndCoefficientsThatMeanNothing() {
        assertThatThrownBy(() -> new Aggregation(Aggregation.Method.MEDIAN, List.of(0.5, 0.6), List.of()))
                .hasMessage("weights must sum to 1, were [0.5, 0.6]");
        assertThatThrownBy(() -> Aggregation.of(Aggregation.Method.MEDIAN, List.of(2.0, -1.0)))
                .hasMessageStartingWith("weights must be >= 0");
        assertThatThrownBy(() -> Aggregation.of(Aggregation.Method.STACKING, equal(2)))
                .hasMessageStartingWith("coefficients must be given for STACKING");
        assertThatThrownBy(() ->
                        new Aggregation(Aggregation.Method.STACKING, List.of(0.5, 0.5), List.of(List.of(0.0, 1.0))))
                .hasMessageStartingWith("coefficients must be an intercept and 2 finite factors");
    }

    private static List<Double> weights(int members, int seed) {
        Random random = new Random(seed);
        return IntStream.range(0, members)
                .mapToObj(i -> 0.1 + random.nextDouble())
                .toList();
    }

    private static double[] classes(int members, int seed) {
        Random random = new Random(seed);
        double[] raw = new double[members * 3];
        for (int member = 0; member < members; member++) {
            double[] draws = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            double sum = Arrays.stream(draws).sum();
            for (int k = 0; k < 3; k++) {
                raw[member * 3 + k] = draws[k] / sum;
            }
        }
        return raw;
    }
}
