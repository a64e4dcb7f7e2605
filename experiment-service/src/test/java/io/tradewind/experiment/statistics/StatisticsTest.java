package io.tradewind.experiment.statistics;

import java.util.Arrays;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class StatisticsTest {

    /** Newcombe 1998, table II case (a): 56/70 against 48/80 gives 0.0524 to 0.3339 by his method 10. */
    @Test
    void givesNewcombesPublishedIntervalOfADifference() {
        Comparison comparison = new Proportion(56, 70).against(new Proportion(48, 80), 0.95);

        assertThat(comparison.effect()).isCloseTo(0.2, within(1e-12));
        assertThat(comparison.interval().lower()).isCloseTo(0.0524, within(5e-5));
        assertThat(comparison.interval().upper()).isCloseTo(0.3339, within(5e-5));
    }

    /** Newcombe 1998 (single proportions), table I: 81/263 gives 0.2553 to 0.3662 by Wilson's method. */
    @Test
    void givesWilsonsPublishedInterval() {
        Interval interval = new Proportion(81, 263).interval(0.95);

        assertThat(interval.lower()).isCloseTo(0.2553, within(5e-5));
        assertThat(interval.upper()).isCloseTo(0.3662, within(5e-5));
    }

    /** By hand: 90/200 against 60/200 is 400 * (90*140 - 110*60)^2 / (200*200*150*250) = 9.6, p = 0.001946. */
    @Test
    void computesPearsonsChiSquare() {
        Comparison comparison = new Proportion(90, 200).against(new Proportion(60, 200), 0.95);

        assertThat(comparison.statistic()).isCloseTo(9.6, within(1e-12));
        assertThat(comparison.pValue()).isCloseTo(0.0019458, within(1e-6));
        assertThat(comparison.relativeEffect()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void findsNoEvidenceWhereEveryOutcomeIsTheSame() {
        Comparison comparison = new Proportion(10, 10).against(new Proportion(20, 20), 0.95);

        assertThat(comparison.statistic()).isZero();
        assertThat(comparison.pValue()).isEqualTo(1);
    }

    /** Welch's t-test, Wikipedia's first example: t = 2.46, 25.0 degrees of freedom, p = 0.021. */
    @Test
    void givesThePublishedWelchTest() {
        Moments first =
                moments(27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4);
        Moments second =
                moments(27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 20.5, 24.4);

        Comparison comparison = second.against(first, 0.95);

        assertThat(comparison.statistic()).isCloseTo(2.46, within(0.005));
        assertThat(comparison.degreesOfFreedom()).isCloseTo(25.0, within(0.05));
        assertThat(comparison.pValue()).isCloseTo(0.021, within(0.0005));
        assertThat(comparison.interval().lower()).isPositive();
    }

    @Test
    void refusesWelchsTestOnASingleValue() {
        assertThatThrownBy(() -> moments(1).against(moments(1, 2), 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Welch's test needs two values in each arm, had 1 and 2");
    }

    @Test
    void claimsNothingWithoutSpread() {
        Comparison comparison = moments(1, 1).against(moments(0, 0), 0.95);

        assertThat(comparison.pValue()).isEqualTo(1);
        assertThat(comparison.relativeEffect()).isNull();
    }

    /** Fabijan et al. 2019: 821,588 against 815,482 users at 50/50 has a p-value of about 1.8e-6. */
    @Test
    void raisesThePublishedSampleRatioAlarm() {
        SampleRatio ratio = SampleRatio.of(List.of(821_588L, 815_482L), List.of(0.5, 0.5));

        assertThat(ratio.pValue()).isCloseTo(1.8e-6, within(2e-7));
        assertThat(ratio.mismatch()).isTrue();
    }

    @Test
    void seesNoMismatchWithoutUnits() {
        assertThat(SampleRatio.of(List.of(0L, 0L), List.of(0.5, 0.5)).mismatch())
                .isFalse();
    }

    @Property
    void addsUpToTheWholeHoweverASampleIsSplit(
            @ForAll double @net.jqwik.api.constraints.Size(min = 2, max = 50) [] raw,
            @ForAll @IntRange(max = 50) int at) {
        double[] values =
                Arrays.stream(raw).map(value -> Math.IEEEremainder(value, 1)).toArray();
        int cut = Math.min(at, values.length);
        Moments parts =
                moments(Arrays.copyOf(values, cut)).plus(moments(Arrays.copyOfRange(values, cut, values.length)));

        assertThat(parts.mean()).isCloseTo(moments(values).mean(), within(1e-9));
        assertThat(parts.variance()).isCloseTo(moments(values).variance(), within(1e-9));
    }

    @Property
    void keepsTheShareInsideItsInterval(
            @ForAll @IntRange(max = 500) int a, @ForAll @IntRange(min = 1, max = 500) int b) {
        Proportion share = new Proportion(Math.min(a, b), b);

        Interval interval = share.interval(0.95);

        assertThat(share.value()).isBetween(interval.lower() - 1e-12, interval.upper() + 1e-12);
        assertThat(interval.lower()).isNotNegative();
        assertThat(interval.upper()).isLessThanOrEqualTo(1);
    }

    private static Moments moments(double... values) {
        return new Moments(
                values.length,
                Arrays.stream(values).sum(),
                Arrays.stream(values).map(value -> value * value).sum());
    }

    @Test
    void clustersOfOneObservationGiveTheFiguresOfWelch() {
        // Given: sums and sums of squares of the same values, each value a cluster of its own
        Moments plain = new Moments(40, 8, 5);
        Moments plainControl = new Moments(50, 4, 6);
        ClusteredMean clustered = new ClusteredMean(40, 40, 8, 40, 5, 8);
        ClusteredMean clusteredControl = new ClusteredMean(50, 50, 4, 50, 6, 4);

        // When
        Comparison expected = plain.against(plainControl, 0.95);
        Comparison comparison = clustered.against(clusteredControl, 0.95);

        // Then
        assertThat(comparison.statistic()).isCloseTo(expected.statistic(), within(1e-12));
        assertThat(comparison.degreesOfFreedom()).isCloseTo(expected.degreesOfFreedom(), within(1e-9));
        assertThat(comparison.pValue()).isCloseTo(expected.pValue(), within(1e-12));
        assertThat(comparison.interval().upper()).isCloseTo(expected.interval().upper(), within(1e-12));
    }

    @Test
    void clustersWithoutSpreadAreNoEvidence() {
        // Given: every cluster has two observations and the same sum
        ClusteredMean one = new ClusteredMean(3, 6, 6, 12, 12, 12);
        ClusteredMean other = new ClusteredMean(3, 6, 3, 12, 3, 6);

        // When
        Comparison comparison = one.against(other, 0.95);

        // Then
        assertThat(comparison.pValue()).isEqualTo(1);
        assertThat(comparison.effect()).isEqualTo(0.5);
        assertThat(one.interval(0.95)).isEqualTo(new Interval(1, 1));
        assertThatThrownBy(() -> new ClusteredMean(1, 1, 1, 1, 1, 1).interval(0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the spread of clusters needs two of them, had 1");
    }
}
