package io.tradewind.market;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.read.CandleCsv;
import org.junit.jupiter.api.Assumptions;

/**
 * Real candles and reference values that lie beside a checkout, not in it.
 *
 * <p>They are looked for where {@code TRADEWIND_SHARED} (property or variable) says, then in a {@code shared} folder
 * beside or above the repository. Tests that need them are skipped, saying so, where they are not there.
 */
public final class SharedData {
    private SharedData() {}

    /** The file, or the test is skipped. */
    public static Path file(String name) {
        Optional<Path> found = root().map(root -> root.resolve(name)).filter(Files::isRegularFile);
        Assumptions.assumeTrue(
                found.isPresent(), "skipped: " + name + " is not here; set TRADEWIND_SHARED to the folder that has it");
        return found.orElseThrow();
    }

    /** A candle file of {@code data/}, or the test is skipped. */
    public static CandleSeries candles(String name, Timeframe timeframe) {
        CandleSeries.Builder series = CandleSeries.builder(name, timeframe);
        try (InputStream in = Files.newInputStream(file("data/" + name + ".csv"))) {
            CandleCsv.read(in, series::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return series.build();
    }

    private static Optional<Path> root() {
        String given = System.getProperty("TRADEWIND_SHARED", System.getenv("TRADEWIND_SHARED"));
        if (given != null) {
            return Optional.of(Path.of(given)).filter(Files::isDirectory);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path shared = at.resolve("shared");
            if (Files.isDirectory(shared.resolve("data"))) {
                return Optional.of(shared);
            }
        }
        return Optional.empty();
    }
}
