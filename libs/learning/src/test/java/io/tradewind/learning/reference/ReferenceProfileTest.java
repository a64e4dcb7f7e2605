package io.tradewind.learning.reference;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ReferenceProfileTest {

    @Test
    void describesValuesByMomentsAndDeciles() {
        // Given
        double[] values = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();

        // When
        Distribution distribution = ReferenceProfile.distribution("x", values);

        // Then
        assertThat(distribution.mean()).isEqualTo(50.5);
        assertThat(distribution.standardDeviation()).isCloseTo(29.011491975882016, within(1e-12));
        assertThat(distribution.edges()).containsExactly(11.5, 21.5, 31.5, 41.5, 51.5, 61.5, 71.5, 81.5, 91.5);
        assertThat(distribution.shares().get(0)).isEqualTo(0.11);
        assertThat(distribution.bin(-1e9)).isZero();
        assertThat(distribution.bin(11)).isZero();
        assertThat(distribution.bin(12)).isEqualTo(1);
        assertThat(distribution.bin(1e9)).isEqualTo(9);
    }

    @Test
    void keepsAConstantApartFromEverythingElse() {
        Distribution distribution = ReferenceProfile.distribution("x", new double[] {5, 5, 5, Double.NaN});

        assertThat(distribution.missing()).isEqualTo(1);
        assertThat(distribution.shares()).containsExactly(0.0, 1.0, 0.0);
        assertThat(distribution.bin(4)).isZero();
        assertThat(distribution.bin(5)).isEqualTo(1);
        assertThat(distribution.bin(6)).isEqualTo(2);
    }

    /** Training sees 32-bit floats, monitoring the doubles they were rounded from: no bin may tell them apart. */
    @Property(tries = 200)
    void binsAValueLikeItsFloat(
            @ForAll @Size(min = 1, max = 200) List<@DoubleRange(min = -1e6, max = 1e6) Double> values) {
        double[] tenths =
                values.stream().mapToDouble(value -> Math.rint(value) / 10).toArray();
        double[] floats = DoubleStream.of(tenths).map(value -> (float) value).toArray();

        Distribution distribution = ReferenceProfile.distribution("x", floats);

        for (int i = 0; i < tenths.length; i++) {
            assertThat(distribution.bin(tenths[i])).isEqualTo(distribution.bin(floats[i]));
        }
    }

    @Property(tries = 200)
    void sharesSumToOneAndCountTheirOwnBins(@ForAll @Size(min = 1, max = 200) double[] values) {
        Distribution distribution = ReferenceProfile.distribution("x", values);

        double sum = distribution.shares().stream().mapToDouble(share -> share).sum();
        assertThat(sum).isCloseTo(1, within(1e-9));
        if (distribution.count() > 0) {
            long first = DoubleStream.of(values)
                    .filter(Double::isFinite)
                    .filter(value -> distribution.bin(value) == 0)
                    .count();
            assertThat((double) first / distribution.count())
                    .isEqualTo(distribution.shares().get(0));
        }
    }
}
