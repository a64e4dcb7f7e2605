package io.tradewind.learning.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.read.CandleCsv;
import io.tradewind.market.synthetic.SyntheticMarket;

/** Candles for tests. */
final class Markets {

    private static final long START = 1_700_000_000_000L - 1_700_000_000_000L % 3_600_000L;

    private Markets() {}

    /** A market with momentum that a model can find. */
    static CandleSeries synthetic(int candles) {
        return SyntheticMarket.generate(7, candles, Timeframe.parse("1h"), START);
    }

    /** Real hourly bitcoin candles where the shared data folder is at hand. */
    static Optional<CandleSeries> bitcoin() {
        return shared().map(Markets::read);
    }

    private static Optional<Path> shared() {
        String given = System.getProperty("TRADEWIND_SHARED", System.getenv("TRADEWIND_SHARED"));
        if (given != null) {
            return Optional.of(Path.of(given, "data", "BTCUSD-coinbase-1h.csv")).filter(Files::exists);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared/data/BTCUSD-coinbase-1h.csv");
            if (Files.exists(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static CandleSeries read(Path file) {
        CandleSeries.Builder builder = CandleSeries.builder("BTCUSD", Timeframe.parse("1h"));
        try (InputStream in = Files.newInputStream(file)) {
            CandleCsv.read(in, builder::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return builder.build();
    }
}
