package io.tradewind.market.market;

import java.util.List;
import java.util.SplittableRandom;

import io.tradewind.market.Markets;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.feature.FeatureMatrix;
import io.tradewind.market.feature.FeaturePipeline;
import io.tradewind.market.feature.FeatureSet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class GarchTest {
    private static double[] squares(double alpha, double beta, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] squares = new double[count];
        double h = 1;
        for (int i = 0; i < count; i++) {
            double e = Math.sqrt(h) * random.nextGaussian();
            squares[i] = e * e;
            h = 1 - alpha - beta + alpha * squares[i] + beta * h;
        }
        return squares;
    }

    @Test
    void recoversTheParametersOfASimulatedProcess() {
        Garch garch = new Garch();
        garch.fit(squares(0.1, 0.85, 20_000, 1), 20_000);
        assertThat(garch.alpha).isEqualTo(0.1, within(0.02));
        assertThat(garch.persistence).isEqualTo(0.95, within(0.02));
    }

    @Test
    void findsAFitAtLeastAsLikelyAsTheTruth() {
        for (long seed = 1; seed <= 20; seed++) {
            double[] squares = squares(0.08, 0.88, 500, seed);
            Garch garch = new Garch();
            garch.fit(squares, 500);
            double found = Garch.loss(squares, 500, garch.alpha, garch.persistence - garch.alpha);
            assertThat(found).isLessThanOrEqualTo(Garch.loss(squares, 500, 0.08, 0.88));
        }
    }

    @Test
    void theBatchedLogarithmsAreTheLogLikelihood() {
        double[] squares = squares(0.1, 0.8, 77, 3);
        double h = 1;
        double expected = 0;
        for (double square : squares) {
            expected += Math.log(h) + square / h;
            h = 0.1 + 0.1 * square + 0.8 * h;
        }
        assertThat(Garch.loss(squares, 77, 0.1, 0.8)).isEqualTo(expected, within(1e-9));
    }

    /** Days on which it says the market will move more are days on which it does. */
    @Test
    void forecastsTheSizeOfTheNextMove() {
        // Given
        CandleSeries series = Markets.ordinary(6000);
        FeatureMatrix matrix = FeaturePipeline.of(FeatureSet.of(List.of("garch_volatility", "log_return_1")))
                .compute(series);

        // When
        double quiet = 0;
        double loud = 0;
        int quietCount = 0;
        int loudCount = 0;
        double middle = 0.005;
        for (int i = 1000; i + 1 < matrix.rows(); i++) {
            double move = Math.abs(matrix.get(i + 1, 1));
            if (matrix.get(i, 0) > middle) {
                loud += move;
                loudCount++;
            } else {
                quiet += move;
                quietCount++;
            }
        }

        // Then
        assertThat(quietCount).isGreaterThan(500);
        assertThat(loudCount).isGreaterThan(500);
        assertThat(loud / loudCount).isGreaterThan(1.5 * quiet / quietCount);
    }

    @Test
    void theSpreadEstimatorsFindASpreadThatIsThere() {
        // Given closes that bounce between bid and ask of a spread of one percent, around a price that hardly moves
        SplittableRandom random = new SplittableRandom(9);
        CandleSeries.Builder series = CandleSeries.builder("X", Timeframe.ONE_DAY);
        double price = 100;
        for (int i = 0; i < 4000; i++) {
            double high = price;
            double low = price;
            double close = price;
            double open = price;
            for (int trade = 0; trade < 60; trade++) {
                price *= Math.exp(0.0008 * random.nextGaussian());
                close = price * (random.nextBoolean() ? 1.005 : 0.995);
                open = trade == 0 ? close : open;
                high = trade == 0 ? close : Math.max(high, close);
                low = trade == 0 ? close : Math.min(low, close);
            }
            series.add(i * 86_400_000L, open, high, low, close, 10);
        }

        // When
        FeatureMatrix matrix = FeaturePipeline.of(
                        FeatureSet.of(List.of("corwin_schultz_20", "roll_spread_20", "amihud_20")))
                .compute(series.build());

        // Then
        assertThat(mean(matrix.column(0))).isEqualTo(0.01, within(0.002));
        assertThat(mean(matrix.column(1))).isEqualTo(0.01, within(0.003));
        assertThat(mean(matrix.column(2))).isBetween(3.0, 15.0);
    }

    private static double mean(double[] column) {
        double sum = 0;
        for (int i = 100; i < column.length; i++) {
            sum += column[i];
        }
        return sum / (column.length - 100);
    }

    @Test
    void regimesAreHarderToEnterThanToStayIn() {
        Hysteresis regime = new Hysteresis(1.5, 0.5, 3);
        assertThat(regime.update(1.4)).isZero();
        assertThat(regime.update(1.6)).isEqualTo(1);
        assertThat(regime.update(0.6)).isEqualTo(1);
        assertThat(regime.update(0.4)).isZero();
        assertThat(regime.update(-2)).isEqualTo(-1);
        assertThat(regime.update(-1)).isEqualTo(-1);
        assertThat(regime.update(-1)).isEqualTo(-1);
        assertThat(regime.update(-1)).isEqualTo(-1);
        // Not confirmed for three candles.
        assertThat(regime.update(-1)).isZero();
    }
}
