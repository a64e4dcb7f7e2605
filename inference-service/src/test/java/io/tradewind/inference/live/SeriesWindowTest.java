package io.tradewind.inference.live;

import java.util.Optional;

import io.tradewind.contracts.market.CandleOrigin;
import io.tradewind.inference.live.CandleHistory.Candle;
import io.tradewind.inference.live.CandleHistory.Room;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.feature.FeatureMatrix;
import io.tradewind.market.feature.FeaturePipeline;
import io.tradewind.market.feature.FeatureSet;
import io.tradewind.market.synthetic.SyntheticMarket;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeriesWindowTest {

    private static final FeatureSet FEATURES = FeatureSet.named("stationary");
    private static final int ROWS = 4;
    private static final CandleSeries MARKET =
            SyntheticMarket.generate(11, 900, Timeframe.parse("1h"), 1_600_000_000_000L / 3_600_000 * 3_600_000);
    private static final FeatureMatrix BATCH = FeaturePipeline.of(FEATURES).compute(MARKET);

    private final SeriesWindow window = new SeriesWindow(new SeriesKey("SYNTH", "1h"), 10_000);

    @Test
    void givesTheRowsTrainingSaw() {
        put(0, MARKET.size(), CandleOrigin.BACKFILL);

        for (int index = warm(); index < MARKET.size(); index += 37) {
            assertInputs(index);
        }
    }

    @Test
    void isNotReadyBeforeAllRowsAreWarm() {
        put(0, MARKET.size(), CandleOrigin.BACKFILL);

        assertThat(inputs(warm() - 1)).isEmpty();
        assertThat(inputs(warm())).isPresent();
    }

    @Test
    void doesNotLookAheadWhenAKnownMarketIsReplayed() {
        put(0, MARKET.size(), CandleOrigin.LIVE);
        assertInputs(MARKET.size() - 1);

        put(700, 720, CandleOrigin.LIVE);

        assertInputs(719);
        assertThat(window.summary().now()).isEqualTo(MARKET.openTime(719));
    }

    @Test
    void givesTheSameRowsInWhateverOrderCandlesAreAskedFor() {
        put(0, MARKET.size(), CandleOrigin.BACKFILL);

        assertInputs(800);
        assertInputs(600);
        assertInputs(601);
        assertInputs(899);
    }

    @Test
    void countsAHoleThatIsFilledLater() {
        put(0, 650, CandleOrigin.BACKFILL);
        put(651, 800, CandleOrigin.LIVE);
        Optional<MarketInputs> before = inputs(799);

        put(650, 651, CandleOrigin.BACKFILL);

        assertThat(inputs(799).orElseThrow().window())
                .isNotEqualTo(before.orElseThrow().window());
        assertInputs(799);
        assertThat(window.summary().now()).isEqualTo(MARKET.openTime(799));
    }

    @Test
    void countsACandleThatIsCorrectedLater() {
        put(0, 799, CandleOrigin.LIVE);
        Candle right = candle(799);
        window.put(
                new Candle(right.openTime(), right.open(), right.high() * 2, right.low(), right.high() * 2, 1),
                CandleOrigin.LIVE,
                Room.GROW);
        inputs(799);

        put(799, 800, CandleOrigin.LIVE);

        assertInputs(799);
    }

    @Test
    void goesOnAfterTheOldestCandlesAreGone() {
        SeriesWindow small = new SeriesWindow(new SeriesKey("SYNTH", "1h"), 600);
        for (int i = 0; i < MARKET.size(); i++) {
            small.put(candle(i), CandleOrigin.LIVE, Room.GROW);
            if (i == 599) {
                small.inputsAt(MARKET.openTime(i), FEATURES, ROWS);
            }
        }

        double[] rows = small.inputsAt(MARKET.openTime(899), FEATURES, ROWS)
                .orElseThrow()
                .window();

        assertThat(rows).hasSize(ROWS * FEATURES.size());
        assertThat(small.inputsAt(MARKET.openTime(100), FEATURES, ROWS)).isEmpty();
    }

    @Test
    void servesALargerWindowOfTheSameFeatures() {
        put(0, MARKET.size(), CandleOrigin.BACKFILL);
        assertInputs(899);

        double[] rows = window.inputsAt(MARKET.openTime(899), FEATURES, 3 * ROWS)
                .orElseThrow()
                .window();

        assertThat(rows).hasSize(3 * ROWS * FEATURES.size());
        assertInputs(899);
    }

    @Test
    void givesWhatThereIsToReadersThatCanDoWithoutSome() {
        put(0, 3, CandleOrigin.LIVE);

        double[] row = window.rowNow(FEATURES).orElseThrow().window();

        assertThat(row[0]).isFinite();
        assertThat(row[FEATURES.names().indexOf("rsi_14")]).isNaN();
    }

    private int warm() {
        return FEATURES.warmupBars() + ROWS - 1;
    }

    private void put(int from, int to, CandleOrigin origin) {
        for (int i = from; i < to; i++) {
            window.put(candle(i), origin, Room.GROW);
        }
    }

    private static Candle candle(int i) {
        return new Candle(
                MARKET.openTime(i), MARKET.open(i), MARKET.high(i), MARKET.low(i), MARKET.close(i), MARKET.volume(i));
    }

    private Optional<MarketInputs> inputs(int index) {
        return window.inputsAt(MARKET.openTime(index), FEATURES, ROWS);
    }

    private void assertInputs(int index) {
        MarketInputs inputs = inputs(index).orElseThrow();
        assertThat(inputs.close()).isEqualTo(MARKET.close(index));
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < FEATURES.size(); column++) {
                double expected = BATCH.get(index - ROWS + 1 + row, column);
                double actual = inputs.window()[row * FEATURES.size() + column];
                assertThat(Math.abs(actual - expected)).isLessThanOrEqualTo(1e-9 * Math.max(1, Math.abs(expected)));
            }
        }
    }
}
