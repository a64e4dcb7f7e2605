package io.tradewind.launcher.demo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import io.tradewind.launcher.fleet.FleetFailure;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.read.CandleCsv;
import io.tradewind.market.synthetic.SyntheticMarket;

/**
 * The candles of a demo.
 *
 * @param series all of them
 * @param split index of the first one that is replayed; those before it are imported
 */
record DemoMarket(CandleSeries series, int split) {
    /** What the synthetic market has when nothing is said. */
    static final int SYNTHETIC_ROWS = 6_000;

    private static final int FEWEST = 500;
    private static final Instant SYNTHETIC_START = Instant.parse("2024-01-01T00:00:00Z");

    static DemoMarket of(DemoPlan plan) {
        CandleSeries all = plan.candles() == null
                ? renamed(synthetic(plan), plan.symbol())
                : latest(read(plan.candles(), plan.symbol(), plan.timeframe()), plan.rows());
        if (all.size() < FEWEST) {
            throw new FleetFailure("a demo needs at least " + FEWEST + " candles, there are " + all.size());
        }
        return new DemoMarket(all, (int) (all.size() * DemoPlan.TRAINING_SHARE));
    }

    private static CandleSeries synthetic(DemoPlan plan) {
        int rows = plan.rows() == 0 ? SYNTHETIC_ROWS : plan.rows();
        return SyntheticMarket.generate(plan.seed(), rows, plan.timeframe(), SYNTHETIC_START.toEpochMilli());
    }

    private static CandleSeries latest(CandleSeries all, int rows) {
        return rows == 0 || rows >= all.size() ? all : all.slice(all.size() - rows, all.size());
    }

    private static CandleSeries read(Path file, String symbol, Timeframe timeframe) {
        if (!Files.isReadable(file)) {
            throw new FleetFailure("cannot read " + file);
        }
        CandleSeries.Builder builder = CandleSeries.builder(symbol, timeframe);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            CandleCsv.read(in, builder::add);
            return builder.build();
        } catch (IOException | IllegalArgumentException cause) {
            throw new FleetFailure(file + ": " + cause.getMessage());
        }
    }

    private static CandleSeries renamed(CandleSeries series, String symbol) {
        CandleSeries.Builder builder = CandleSeries.builder(symbol, series.timeframe());
        for (int i = 0; i < series.size(); i++) {
            builder.add(
                    series.openTime(i),
                    series.open(i),
                    series.high(i),
                    series.low(i),
                    series.close(i),
                    series.volume(i));
        }
        return builder.build();
    }

    String symbol() {
        return series.symbol();
    }

    String timeframe() {
        return series.timeframe().label();
    }

    /** Number of candles that are replayed. */
    int live() {
        return series.size() - split;
    }
}
