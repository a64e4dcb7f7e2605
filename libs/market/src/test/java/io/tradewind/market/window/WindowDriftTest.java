package io.tradewind.market.window;

import java.math.BigDecimal;
import java.util.SplittableRandom;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Ten million candles leave no trace in a window: the last results equal those of a fresh one. */
class WindowDriftTest {
    private static final int CANDLES = 10_000_000;
    private static final int LENGTH = 50;

    /** Mostly ordinary values around 100, now and then one a hundred million times larger. */
    private static double value(SplittableRandom random) {
        double value = 100 + random.nextDouble();
        return random.nextInt(10_000) == 0 ? value * 1e8 : value;
    }

    @Test
    void sumsAndVariancesDoNotDrift() {
        // Given
        RollingSum sum = new RollingSum(LENGTH);
        RollingVariance variance = new RollingVariance(LENGTH);
        double[] last = new double[LENGTH];
        SplittableRandom random = new SplittableRandom(3);
        double total = 0;

        // When
        for (int i = 0; i < CANDLES; i++) {
            double value = i < CANDLES - 2 * LENGTH ? value(random) : 100 + random.nextDouble();
            total = sum.push(value);
            variance.push(value);
            last[i % LENGTH] = value;
        }

        // Then
        double expected = 0;
        for (double value : last) {
            expected += value;
        }
        double mean = expected / LENGTH;
        double squares = 0;
        for (double value : last) {
            squares += (value - mean) * (value - mean);
        }
        assertThat(total).isEqualTo(expected, relative(expected));
        assertThat(variance.mean()).isEqualTo(mean, relative(mean));
        assertThat(variance.sampleDeviation())
                .isEqualTo(Math.sqrt(squares / (LENGTH - 1)), relative(Math.sqrt(squares / (LENGTH - 1))));
    }

    @Test
    void trendsAndCovariancesDoNotDrift() {
        RollingTrend trend = new RollingTrend(LENGTH);
        RollingTrend freshTrend = new RollingTrend(LENGTH);
        RollingCovariance pair = new RollingCovariance(LENGTH);
        RollingCovariance freshPair = new RollingCovariance(LENGTH);
        RollingMoments moments = new RollingMoments(LENGTH);
        RollingMoments freshMoments = new RollingMoments(LENGTH);
        SplittableRandom random = new SplittableRandom(4);
        double previous = 100;
        for (int i = 0; i < CANDLES / 4; i++) {
            boolean ending = i >= CANDLES / 4 - LENGTH;
            double value = ending ? 100 + random.nextDouble() : value(random);
            trend.push(value);
            pair.push(value, previous);
            moments.push(value);
            if (ending) {
                freshTrend.push(value);
                freshPair.push(value, previous);
                freshMoments.push(value);
            }
            previous = value;
        }
        assertThat(trend.slope()).isEqualTo(freshTrend.slope(), relative(0.01));
        assertThat(trend.rSquared()).isEqualTo(freshTrend.rSquared(), within(1e-9));
        assertThat(pair.correlation()).isEqualTo(freshPair.correlation(), within(1e-9));
        assertThat(moments.skewness()).isEqualTo(freshMoments.skewness(), within(1e-9));
        assertThat(moments.excessKurtosis()).isEqualTo(freshMoments.excessKurtosis(), within(1e-9));
    }

    @Test
    void totalsSinceTheBeginningStayExact() {
        // Given
        RunningTotal total = new RunningTotal();
        SplittableRandom random = new SplittableRandom(5);
        BigDecimal exact = BigDecimal.ZERO;
        double result = 0;

        // When
        for (int i = 0; i < CANDLES; i++) {
            double value = value(random) - 150;
            result = total.add(value);
            // Summing a million exactly is enough to know the rest: after it, what goes in comes out again.
            if (i < 1_000_000) {
                exact = exact.add(new BigDecimal(value));
            } else {
                result = total.add(-value);
            }
        }

        // Then
        assertThat(result).isEqualTo(exact.doubleValue(), relative(exact.doubleValue()));
    }

    private static Offset<Double> relative(double value) {
        return within(1e-9 * Math.abs(value));
    }

    @Test
    void equalValuesDoNotVary() {
        RollingVariance variance = new RollingVariance(7);
        RollingMoments moments = new RollingMoments(7);
        for (int i = 0; i < 30; i++) {
            variance.push(0.1 + (i < 9 ? i : 0));
            moments.push(0.1 + (i < 9 ? i : 0));
        }
        assertThat(variance.sampleDeviation()).isZero();
        assertThat(moments.skewness()).isZero();
        assertThat(moments.excessKurtosis()).isZero();
    }

    @Test
    void refusesAWindowOfNothing() {
        assertThatThrownBy(() -> new RollingSum(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("window must be >= 1 candle, was 0");
        assertThatThrownBy(() -> new RollingTrend(1)).hasMessageContaining(">= 2 candles, was 1");
    }
}
