package io.tradewind.monitoring.drift;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.tradewind.learning.reference.Distribution;
import io.tradewind.learning.reference.ReferenceProfile;
import io.tradewind.monitoring.statistics.Cohort;
import io.tradewind.monitoring.statistics.WindowKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DriftReferenceTest {

    private static final WindowKey WINDOW = new WindowKey(new Cohort(new UUID(0, 1), 1, ""), 0);

    private final Distribution distribution = ReferenceProfile.distribution(
            "momentum", new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, Double.NaN});
    private final ReferenceColumn column = ReferenceColumn.of(distribution);

    @Test
    void putsEveryFiniteValueIntoTheBinTheProfileWouldPutItIn() {
        for (double value = -3; value < 25; value += 0.25) {
            assertThat(column.bin(value)).isEqualTo(distribution.bin(value));
        }
    }

    @Test
    void missingAndInfiniteValuesHaveABinOfTheirOwn() {
        assertThat(column.bin(Double.NaN)).isEqualTo(column.bins() - 1);
        assertThat(column.bin(Double.POSITIVE_INFINITY)).isEqualTo(column.bins() - 1);
        assertThat(column.shares()[column.bins() - 1]).isCloseTo(0.05, within(1e-12));
        assertThat(Arrays.stream(column.shares()).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void countsFeaturesByNameOrInTheBundlesOrder() {
        // Given
        DriftReference reference =
                new DriftReference(List.of(named("a", 0.0), named("b", 0.0)), List.of(named("up", 0.5)), null);
        long[] counts = new long[reference.bins()];

        // When
        reference.count(observation(null, List.of(-1.0, 1.0), List.of(0.7)), counts);
        reference.count(observation(List.of("b", "unknown", "a"), List.of(1.0, 5.0, -1.0), List.of(0.2)), counts);

        // Then
        assertThat(counts).containsExactly(2, 0, 0, 0, 2, 0, 1, 1, 0);
        assertThat(reference.featureScores(counts)).extracting("name").containsExactly("a", "b");
        assertThat(reference.outputScores(counts)).extracting("rows").containsExactly(2L);
    }

    @Test
    void leavesOutWhatDoesNotFitTheReference() {
        // Given
        DriftReference reference = new DriftReference(List.of(named("a", 0.0)), List.of(named("up", 0.5)), 0.6);
        long[] counts = new long[reference.bins()];

        // When
        reference.count(observation(null, List.of(1.0, 2.0), List.of()), counts);
        reference.count(observation(List.of("a"), List.of(1.0, 2.0), List.of(0.1, 0.2)), counts);
        reference.count(observation(null, null, List.of(0.1, 0.2)), counts);

        // Then
        assertThat(counts).containsOnly(0);
        assertThat(reference.featureScores(counts)).isEmpty();
    }

    private static ReferenceColumn named(String name, double edge) {
        return new ReferenceColumn(name, new double[] {edge}, new double[] {0.5, 0.5, 0});
    }

    private static Observation observation(
            @Nullable List<String> names, @Nullable List<Double> features, List<Double> outputs) {
        return new Observation(new UUID(0, 2), WINDOW, names, features, outputs);
    }
}
