package io.tradewind.market.feature;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import io.tradewind.market.Markets;
import io.tradewind.market.SharedData;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.definition.FeatureDefinition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What must hold for every feature of the catalogue, whoever adds it. */
class FeaturePropertiesTest {
    private static final FeatureSet ALL = FeatureSet.named("all");
    private static final FeaturePipeline PIPELINE = FeaturePipeline.of(ALL);
    private static final CandleSeries MARKET = Markets.halting(3200);
    private static final FeatureMatrix WHOLE = PIPELINE.compute(MARKET);

    @Test
    void cuttingTheFutureOffChangesNothing() {
        // Given
        Set<String> leaks = new LinkedHashSet<>();
        SplittableRandom random = new SplittableRandom(1);

        // When
        for (int cut = 1; cut < MARKET.size(); cut += 40 + random.nextInt(120)) {
            FeatureMatrix part = PIPELINE.compute(MARKET.slice(0, cut));
            collectDifferences(part, WHOLE, cut, leaks);
        }

        // Then
        assertThat(leaks).isEmpty();
    }

    @Test
    void poisoningTheFutureChangesNothing() {
        Set<String> leaks = new LinkedHashSet<>();
        for (double poison : new double[] {Double.NaN, 1e9}) {
            for (int cut : new int[] {3, 61, 511, 512, 700, 1025, 2500, 3000}) {
                FeatureMatrix poisoned = PIPELINE.computeUnchecked(poisoned(cut, poison));
                collectDifferences(poisoned, WHOLE, cut, leaks);
            }
        }
        assertThat(leaks).isEmpty();
    }

    private static CandleSeries poisoned(int cut, double poison) {
        CandleSeries.Builder series = CandleSeries.builder(MARKET.symbol(), MARKET.timeframe());
        for (int i = 0; i < MARKET.size(); i++) {
            boolean bad = i >= cut;
            series.add(
                    MARKET.openTime(i),
                    bad ? poison : MARKET.open(i),
                    bad ? poison : MARKET.high(i),
                    bad ? poison : MARKET.low(i),
                    bad ? poison : MARKET.close(i),
                    bad ? poison : MARKET.volume(i));
        }
        return series.build();
    }

    private static void collectDifferences(FeatureMatrix part, FeatureMatrix whole, int rows, Set<String> names) {
        for (int column = 0; column < whole.columns(); column++) {
            double[] expected = whole.column(column);
            double[] actual = part.column(column);
            for (int row = 0; row < rows; row++) {
                if (Double.doubleToLongBits(expected[row]) != Double.doubleToLongBits(actual[row])) {
                    names.add(whole.names().get(column) + " at row " + row + " of " + rows);
                    break;
                }
            }
        }
    }

    @Test
    void theStreamEqualsTheBatchBitForBitAcrossSnapshots() {
        // Given
        FeatureStream stream = PIPELINE.stream();
        Set<String> different = new LinkedHashSet<>();

        // When
        for (int row = 0; row < MARKET.size(); row++) {
            if (row % 397 == 396) {
                FeatureStream restored = PIPELINE.stream();
                restored.restore(stream.snapshot());
                stream = restored;
            }
            double[] values = feed(stream, MARKET, row);
            for (int column = 0; column < values.length; column++) {
                if (Double.doubleToLongBits(values[column]) != Double.doubleToLongBits(WHOLE.get(row, column))) {
                    different.add(WHOLE.names().get(column));
                }
            }
            assertThat(stream.warm()).isEqualTo(row >= ALL.warmupBars());
        }

        // Then
        assertThat(different).isEmpty();
    }

    private static double[] feed(FeatureStream stream, CandleSeries series, int i) {
        return stream.onCandle(
                series.openTime(i), series.open(i), series.high(i), series.low(i), series.close(i), series.volume(i));
    }

    @Test
    void hasAValueFromTheLookbackOnAndNoneBefore() {
        List<String> wrong = new ArrayList<>();
        for (FeatureDefinition definition : ALL.definitions()) {
            double[] column = WHOLE.column(definition.name());
            int first = 0;
            while (first < column.length && Double.isNaN(column[first])) {
                first++;
            }
            if (first != definition.lookback()) {
                wrong.add(definition.name() + ": first value at row " + first + ", declared " + definition.lookback());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theDeclaredWarmUpHoldsWhereverTheSeriesBegins() {
        Set<String> wrong = new LinkedHashSet<>();
        checkWarmUp(Markets.ordinary(3600), wrong);
        checkWarmUp(Markets.scaled(Markets.ordinary(3600), 1.6e-5), wrong);
        assertThat(wrong).isEmpty();
    }

    @Test
    void theDeclaredWarmUpHoldsOnRealPrices() {
        Set<String> wrong = new LinkedHashSet<>();
        CandleSeries bitcoin = SharedData.candles("BTCUSD-coinbase-1h", Timeframe.ONE_HOUR);
        checkWarmUp(bitcoin.slice(3000, 6500), wrong);
        CandleSeries google = SharedData.candles("GOOG-1d", Timeframe.ONE_DAY);
        checkWarmUp(google, wrong);
        assertThat(wrong).isEmpty();
    }

    private static void checkWarmUp(CandleSeries series, Set<String> wrong) {
        FeatureMatrix whole = PIPELINE.compute(series);
        for (int shift : new int[] {1, 97, 500, 1001}) {
            FeatureMatrix late = PIPELINE.compute(series.slice(shift, series.size()));
            for (FeatureDefinition definition : ALL.definitions()) {
                double[] expected = whole.column(definition.name());
                double[] actual = late.column(definition.name());
                int row = firstDifference(definition, expected, actual, shift);
                if (row >= 0) {
                    wrong.add(definition.name() + " at row " + row + " begun at " + shift + ": " + actual[row]
                            + ", expected " + expected[row + shift]);
                }
            }
        }
    }

    private static int firstDifference(FeatureDefinition definition, double[] expected, double[] actual, int shift) {
        int last = -1;
        for (int row = Math.max(1, definition.warmupBars()); row < actual.length; row++) {
            double want = expected[row + shift];
            double got = actual[row];
            if (definition.cumulative()) {
                want -= expected[row + shift - 1];
                got -= actual[row - 1];
            }
            if (!(Math.abs(want - got) <= 1e-6 * Math.max(1, Math.abs(want)))) {
                last = row;
            }
        }
        return last;
    }

    @Test
    void scaleFreeOnesDoNotKnowTheUnitOfPriceAndTheOthersDo() {
        // Given
        CandleSeries series = Markets.ordinary(2600);
        FeatureMatrix plain = PIPELINE.compute(series);

        // When
        FeatureMatrix scaled = PIPELINE.compute(Markets.scaled(series, 1000));

        // Then
        List<String> wrong = new ArrayList<>();
        for (FeatureDefinition definition : ALL.definitions()) {
            double[] expected = plain.column(definition.name());
            double[] actual = scaled.column(definition.name());
            boolean same = true;
            for (int row = definition.lookback(); row < expected.length; row++) {
                same &= Math.abs(expected[row] - actual[row]) <= 1e-8 * Math.max(1, Math.abs(expected[row]));
            }
            if (same != definition.scaleFree()) {
                wrong.add(definition.name() + (same ? " is scale-free" : " is not scale-free"));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void staysFiniteAndInRangeOnEveryMarket() {
        Set<String> wrong = new LinkedHashSet<>();
        checkRange("halting", MARKET, wrong);
        checkRange("silent", Markets.silent(1400), wrong);
        checkRange("flat", Markets.flat(1400, 123.456, 10), wrong);
        checkRange("flat and silent", Markets.flat(1400, 0.0016, 0), wrong);
        checkRange("low-priced", Markets.scaled(Markets.ordinary(1400), 1.6e-5), wrong);
        checkRange("high-priced", Markets.scaled(Markets.ordinary(1400), 1e6), wrong);
        checkRange("flat and high-priced", Markets.flat(1400, 1e8, 0), wrong);
        checkRange("flat, then moving", thawing(1600), wrong);
        assertThat(wrong).isEmpty();
    }

    /** One that stands still without trades for 700 candles and then moves. */
    private static CandleSeries thawing(int candles) {
        CandleSeries.Builder series = CandleSeries.builder("THAW", MARKET.timeframe());
        CandleSeries moving = Markets.ordinary(candles);
        for (int i = 0; i < candles; i++) {
            boolean still = i < 700;
            double price = moving.open(700);
            series.add(
                    moving.openTime(i),
                    still ? price : moving.open(i),
                    still ? price : moving.high(i),
                    still ? price : moving.low(i),
                    still ? price : moving.close(i),
                    still ? 0 : moving.volume(i));
        }
        return series.build();
    }

    private static void checkRange(String market, CandleSeries series, Set<String> wrong) {
        FeatureMatrix matrix = PIPELINE.compute(series);
        for (FeatureDefinition definition : ALL.definitions()) {
            double[] column = matrix.column(definition.name());
            double slack = 1e-9;
            for (int row = definition.lookback(); row < column.length; row++) {
                double value = column[row];
                boolean good = Double.isFinite(value)
                        && value >= definition.minimum() - slack
                        && value <= definition.maximum() + slack;
                if (!good) {
                    wrong.add(definition.name() + " on " + market + " at row " + row + ": " + value);
                    break;
                }
            }
        }
    }

    @Test
    void everyFeatureVariesOnAnOrdinaryMarket() {
        FeatureMatrix matrix = PIPELINE.compute(Markets.ordinary(12_000));
        List<String> constant = new ArrayList<>();
        for (FeatureDefinition definition : ALL.definitions()) {
            double[] column = matrix.column(definition.name());
            boolean varies = false;
            for (int row = definition.lookback() + 1; row < column.length && !varies; row++) {
                varies = column[row] != column[row - 1];
            }
            if (!varies) {
                constant.add(definition.name());
            }
        }
        // A market that opens where it closed has no gaps, and the classic forms of these need one.
        assertThat(constant)
                .containsExactlyInAnyOrder(
                        "gap",
                        "pattern_shooting_star",
                        "pattern_morning_star",
                        "pattern_evening_star",
                        "pattern_three_black_crows",
                        "pattern_piercing_line",
                        "pattern_dark_cloud_cover",
                        "pattern_inverted_hammer");
    }

    @Test
    void everyGaplessPatternFiresOnAMarketThatNeverCloses() {
        FeatureMatrix matrix = PIPELINE.compute(SharedData.candles("BTCUSD-coinbase-1h", Timeframe.ONE_HOUR));
        List<String> rare = new ArrayList<>();
        for (String name : matrix.names()) {
            if (name.startsWith("pattern_gapless_")) {
                long fired = 0;
                for (double value : matrix.column(name)) {
                    fired += value != 0 && !Double.isNaN(value) ? 1 : 0;
                }
                double share = fired / (double) matrix.rows();
                if (share < 0.0005 || share > 0.2) {
                    rare.add(name + " " + share);
                }
            }
        }
        assertThat(rare).isEmpty();
    }
}
