package io.tradewind.market.synthetic;

import java.util.List;

import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.feature.FeatureMatrix;
import io.tradewind.market.feature.FeaturePipeline;
import io.tradewind.market.feature.FeatureSet;
import io.tradewind.market.label.LabelSeries;
import io.tradewind.market.label.Labels;
import io.tradewind.market.quality.CandleCheck;
import io.tradewind.market.quality.CandleReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SyntheticMarketTest {
    private static final long START = 1_700_002_800_000L;

    @Test
    void theSameSeedGivesTheSameCandles() {
        CandleSeries one = SyntheticMarket.generate(5, 500, Timeframe.FIVE_MINUTES, START);
        CandleSeries two = SyntheticMarket.generate(5, 500, Timeframe.FIVE_MINUTES, START);
        CandleSeries other = SyntheticMarket.generate(6, 500, Timeframe.FIVE_MINUTES, START);
        assertThat(one.closes()).isEqualTo(two.closes()).isNotEqualTo(other.closes());
        assertThat(one.openTime(0)).isEqualTo(START);
        assertThat(one.symbol()).isEqualTo("SYNTH");
    }

    @Test
    void givesCandlesWithoutFault() {
        CandleReport report = CandleCheck.of(SyntheticMarket.generate(1, 20_000, Timeframe.ONE_HOUR, START));
        assertThat(report.usable()).isTrue();
        assertThat(report.issues()).isEmpty();
    }

    /** Absolute returns are correlated with those before them, returns are fat-tailed. */
    @Test
    void volatilityClusters() {
        double[] closes =
                SyntheticMarket.generate(2, 20_000, Timeframe.ONE_HOUR, START).closes();
        double[] size = new double[closes.length - 1];
        double mean = 0;
        for (int i = 0; i < size.length; i++) {
            size[i] = Math.abs(Math.log(closes[i + 1] / closes[i]));
            mean += size[i] / size.length;
        }
        double product = 0;
        double square = 0;
        for (int i = 10; i < size.length; i++) {
            product += (size[i] - mean) * (size[i - 10] - mean);
            square += (size[i] - mean) * (size[i] - mean);
        }
        assertThat(product / square).isBetween(0.1, 0.6);
    }

    /** The edge that the class promises, found with one feature anyone can compute and no fitting at all. */
    @Test
    void hasTheEdgeItPromises() {
        for (long seed = 1; seed <= 4; seed++) {
            CandleSeries series = SyntheticMarket.generate(seed, 6_000, Timeframe.ONE_HOUR, START);
            FeatureMatrix features = FeaturePipeline.of(FeatureSet.of(List.of("log_return_1", "volatility_20")))
                    .compute(series);
            for (int horizon = 1; horizon <= 4; horizon++) {
                assertThat(accuracy(features, Labels.direction(series, horizon, 0)))
                        .isBetween(0.575, 0.635);
            }
        }
    }

    private static double accuracy(FeatureMatrix features, LabelSeries labels) {
        double momentum = 0;
        int right = 0;
        int all = 0;
        for (int i = features.warmupBars(); i < features.rows(); i++) {
            momentum = 0.5 * momentum + features.get(i, 0) / features.get(i, 1);
            if (labels.known(i) && labels.value(i) != 0) {
                all++;
                right += momentum > 0 == labels.value(i) > 0 ? 1 : 0;
            }
        }
        return right / (double) all;
    }

    @Test
    void refusesAnEmptyMarket() {
        assertThatThrownBy(() -> SyntheticMarket.generate(1, 0, Timeframe.ONE_HOUR, START))
                .hasMessage("candles must be >= 1, was 0");
    }

    /** The drift's sign tells about 60 % of the directions, and the larger the drift the surer it is. */
    @Test
    void driftsTellHowSureADirectionIs() {
        int candles = 40_000;
        CandleSeries series = SyntheticMarket.generate(4, candles, Timeframe.ONE_HOUR, START);
        double[] drifts = SyntheticMarket.drifts(4, candles);
        assertThat(right(series, drifts, 0, 9)).isBetween(0.575, 0.625);
        // Phi(0.05) is 0.52, Phi(0.5) is 0.69.
        assertThat(right(series, drifts, 0, 0.05)).isBetween(0.49, 0.53);
        assertThat(right(series, drifts, 0.5, 9)).isBetween(0.69, 0.80);
    }

    private static double right(CandleSeries series, double[] drifts, double least, double most) {
        double right = 0;
        double all = 0;
        for (int i = 1; i < drifts.length; i++) {
            if (Math.abs(drifts[i]) >= least && Math.abs(drifts[i]) < most) {
                right += (series.close(i) > series.close(i - 1)) == (drifts[i] > 0) ? 1 : 0;
                all++;
            }
        }
        return right / all;
    }

    @Test
    void withoutItsSignalNoDirectionIsLikelier() {
        CandleSeries series = SyntheticMarket.generateWithoutSignal(4, 40_000, Timeframe.ONE_HOUR, START);
        int repeated = 0;
        for (int i = 2; i < series.size(); i++) {
            boolean rose = series.close(i) > series.close(i - 1);
            repeated += rose == (series.close(i - 1) > series.close(i - 2)) ? 1 : 0;
        }
        // Four standard errors of a fair coin.
        assertThat((double) repeated / series.size()).isBetween(0.49, 0.51);
    }
}
