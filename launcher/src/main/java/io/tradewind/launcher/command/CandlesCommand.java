package io.tradewind.launcher.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import io.tradewind.launcher.demo.CandleFile;
import io.tradewind.launcher.fleet.FleetFailure;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.synthetic.SyntheticMarket;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "candles", description = "Writes candles of the synthetic market to a CSV file.")
final class CandlesCommand implements Runnable {
    @Mixin
    private FleetOptions options = new FleetOptions();

    @Mixin
    private HelpOption help = new HelpOption();

    @Option(names = "--rows", defaultValue = "6000", description = "how many (default: 6000)")
    private int rows = 6_000;

    @Option(names = "--timeframe", defaultValue = "1h", description = "length of a candle (default: 1h)")
    private String timeframe = "1h";

    @Option(names = "--seed", defaultValue = "42", description = "the same seed gives the same candles (default: 42)")
    private long seed = 42;

    @Option(names = "--from", defaultValue = "2024-01-01T00:00:00Z", description = "open time of the first one")
    private String from = "2024-01-01T00:00:00Z";

    @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "where to")
    private Path out = Path.of("candles.csv");

    @Override
    public void run() {
        CandleSeries series = SyntheticMarket.generate(
                seed, rows, Timeframe.parse(timeframe), Instant.parse(from).toEpochMilli());
        try (Writer writer = Files.newBufferedWriter(out)) {
            CandleFile.write(series, 0, series.size(), writer);
        } catch (IOException cause) {
            throw new FleetFailure("cannot write " + out + ": " + cause.getMessage());
        }
        options.screen().line(rows + " candles in " + out);
    }
}
