package io.tradewind.launcher.features;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.tradewind.launcher.fleet.FleetFailure;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.export.FeatureExport;
import io.tradewind.market.feature.FeatureCatalogue;
import io.tradewind.market.feature.FeatureSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the features of a candle file; needs no fleet. */
@Command(
        name = "features",
        description = "Computes features of candles and writes them as CSV; needs no running fleet.",
        footer = {
            "",
            "Candles are CSV or NDJSON, gzipped or not: timestamp,open,high,low,close,volume.",
            "A cell is empty where its feature has no value yet. docs/features.md lists them all."
        })
public final class FeaturesCommand implements Runnable {
    private static final String STANDARD = "-";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "explains this command")
    private boolean help;

    @Option(names = "--candles", required = true, paramLabel = "FILE", description = "candles; - reads standard input")
    private String candles = STANDARD;

    @Option(
            names = "--set",
            defaultValue = "all",
            paramLabel = "SET",
            description =
                    "seed, alpha158, stationary, candle, all, or feature names with commas between (default: all)")
    private String set = "all";

    @Option(
            names = "--timeframe",
            paramLabel = "1h",
            description = "refuses candles of a shorter timeframe (default: takes any)")
    private @Nullable String timeframe;

    @Option(
            names = "--out",
            defaultValue = STANDARD,
            paramLabel = "FILE.csv",
            description = "where to; - writes standard output (default)")
    private String out = STANDARD;

    @Override
    public void run() {
        FeatureSet features = featureSet(set);
        FeatureExport export = timeframe == null
                ? new FeatureExport(features)
                : new FeatureExport(features, Timeframe.parse(timeframe));
        Progress progress = new Progress(System.err);
        // Straight on the descriptor: print streams would only slow it down and swallow a broken pipe.
        try (InputStream in = input();
                OutputStream target = output()) {
            progress.end(export.run(in, target, progress), features.size(), set);
        } catch (IOException cause) {
            throw new FleetFailure("cannot compute features of " + candles + " into " + out + ": " + reason(cause));
        }
    }

    private InputStream input() throws IOException {
        return candles.equals(STANDARD)
                ? new FileInputStream(FileDescriptor.in)
                : Files.newInputStream(Path.of(candles));
    }

    private OutputStream output() throws IOException {
        return out.equals(STANDARD) ? new FileOutputStream(FileDescriptor.out) : Files.newOutputStream(Path.of(out));
    }

    private static String reason(IOException cause) {
        return cause instanceof NoSuchFileException ? "no such file" : String.valueOf(cause.getMessage());
    }

    private static FeatureSet featureSet(String text) {
        if (FeatureSet.knownNames().contains(text)) {
            return FeatureSet.named(text);
        }
        List<String> names = Arrays.stream(text.split(",")).map(String::strip).toList();
        boolean oneWord = names.size() == 1 && !FeatureCatalogue.contains(text);
        return oneWord ? FeatureSet.named(text) : FeatureSet.of(names);
    }
}
