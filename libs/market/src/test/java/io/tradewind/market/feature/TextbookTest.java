package io.tradewind.market.feature;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

import io.tradewind.market.Markets;
import io.tradewind.market.SharedData;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.definition.FeatureDefinition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The engine against textbook implementations, on markets with traps of their own. */
class TextbookTest {
    @Test
    void agreesOnSharesThatWereSplit() {
        agrees(SharedData.candles("GOOG-1d", Timeframe.ONE_DAY));
    }

    @Test
    void agreesOnCurrenciesWithoutVolume() {
        agrees(SharedData.candles("EURUSD-oanda-1d", Timeframe.ONE_DAY));
    }

    @Test
    void agreesOnAMarketWithSessions() {
        agrees(SharedData.candles("SPY-1h", Timeframe.ONE_HOUR).slice(30_000, 36_000));
    }

    @Test
    void agreesOnACoinWorthAFractionOfACent() {
        agrees(Markets.scaled(Markets.ordinary(3000), 1.6e-5));
    }

    @Test
    void agreesOnPricesOfAHundredMillion() {
        agrees(Markets.scaled(Markets.ordinary(3000), 1e6));
    }

    @Test
    void agreesOnAMarketThatHalts() {
        agrees(Markets.halting(3000));
    }

    private static void agrees(CandleSeries series) {
        Map<String, IntToDoubleFunction> textbook = new Textbook(series).features();
        textbook.putAll(new TextbookTrend(series).features());
        FeatureSet set = FeatureSet.of(List.copyOf(textbook.keySet()));
        FeatureMatrix matrix = FeaturePipeline.of(set).compute(series);
        Set<String> wrong = new LinkedHashSet<>();
        for (FeatureDefinition definition : set.definitions()) {
            IntToDoubleFunction expected = textbook.get(definition.name());
            double[] actual = matrix.column(definition.name());
            for (int row = definition.lookback(); row < actual.length; row++) {
                double want = expected.applyAsDouble(row);
                if (!(Math.abs(actual[row] - want) <= tolerance(definition.name(), want, series.close(row)))) {
                    wrong.add(definition.name() + " at row " + row + ": " + actual[row] + ", textbook " + want);
                    break;
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A textbook's own rounding is worst in ratios of tiny deviations: correlations, fits and higher moments. */
    private static double tolerance(String feature, double value, double close) {
        if (feature.startsWith("stddev") || feature.startsWith("bb_")) {
            return 1e-9 * close;
        }
        if (feature.matches("(CORR|CORD|RSQR|cci|return_skew|return_kurtosis|roll).*")) {
            return 1e-6 * Math.max(1, Math.abs(value));
        }
        return 1e-9 * Math.max(1, Math.abs(value));
    }
}
