package io.tradewind.benchmarks.learning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.tradewind.benchmarks.Page;

/** Makes the tables of a page from what {@link ModelRuns} measured. Arguments: the results file and the page. */
public final class ModelTable {

    private static final String MARKER = "models on real candles";

    private ModelTable() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("usage: ModelTable results.ndjson docs/models.md");
        }
        Page.replace(Path.of(arguments[1]), MARKER, tables(ModelRuns.lines(Path.of(arguments[0]))));
    }

    private static String tables(List<Measured> lines) {
        Map<String, Map<String, List<Measured>>> markets = new LinkedHashMap<>();
        for (Measured line : lines) {
            markets.computeIfAbsent(line.market(), market -> new LinkedHashMap<>())
                    .computeIfAbsent(line.architecture() + "`, " + line.preset(), row -> new ArrayList<>())
                    .add(line);
        }
        StringBuilder text = new StringBuilder();
        markets.forEach((market, rows) -> text.append(table(market, rows)));
        return text.toString();
    }

    private static String table(String market, Map<String, List<Measured>> rows) {
        Measured first = rows.values().iterator().next().get(0);
        StringBuilder table = new StringBuilder("### %s\n\n".formatted(market));
        table.append("%,d candles, about %,d test rows, %s seeds\n\n"
                .formatted(
                        first.candles(),
                        first.testRows(),
                        rows.values().iterator().next().size()));
        table.append(
                "| architecture, preset | accuracy | majority | edge | linear | AUC | profit factor | max drawdown");
        table.append(" | best / run | fit, s | step, ms | whole, s | model, KiB | forecast, µs |\n");
        table.append("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        rows.forEach((name, seeds) -> table.append(row(name, seeds)));
        return table.append('\n').toString();
    }

    private static String row(String name, List<Measured> seeds) {
        return String.format(
                Locale.ROOT,
                "| `%s | %s | %.3f | %+.3f ± %.3f | %.3f | %s | %s | %.0f %% | %.0f / %.0f | %.1f | %s | %.1f | %.0f | %.1f |%n",
                name,
                spread(seeds, Measured::accuracy),
                mean(seeds, Measured::majority),
                mean(seeds, Measured::edge),
                mean(seeds, Measured::edgeStandardError),
                mean(seeds, Measured::linear),
                spread(seeds, Measured::auc),
                spread(seeds, Measured::profitFactor),
                100 * mean(seeds, Measured::maxDrawdown),
                mean(seeds, Measured::bestEpoch),
                mean(seeds, Measured::epochs),
                mean(seeds, Measured::fitSeconds),
                step(seeds),
                mean(seeds, Measured::seconds),
                mean(seeds, line -> line.modelBytes() / 1024.0),
                mean(seeds, Measured::latencyMicros));
    }

    /** Trees take no steps. */
    private static String step(List<Measured> seeds) {
        double millis = mean(seeds, Measured::stepMillis);
        return Double.isNaN(millis) ? "-" : String.format(Locale.ROOT, "%.1f", millis);
    }

    private static double mean(List<Measured> seeds, ToDoubleFunction<Measured> value) {
        return seeds.stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    /** Mean and standard deviation over the seeds. */
    private static String spread(List<Measured> seeds, ToDoubleFunction<Measured> value) {
        double mean = mean(seeds, value);
        double squares = mean(seeds, line -> Math.pow(value.applyAsDouble(line) - mean, 2));
        int count = seeds.size();
        return count < 2
                ? String.format(Locale.ROOT, "%.3f", mean)
                : String.format(Locale.ROOT, "%.3f (%.3f)", mean, Math.sqrt(squares * count / (count - 1)));
    }
}
