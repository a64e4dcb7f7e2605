package io.tradewind.benchmarks.features;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.tradewind.benchmarks.Page;
import io.tradewind.market.feature.FeatureSet;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the three benchmarks and writes their tables into a page, between two markers. */
public final class FeatureReport {
    private static final String NAME = "feature benchmarks";

    private FeatureReport() {}

    /**
     * Writes into the page named by the first argument; the others are JMH's own and go before the annotations of the
     * benchmarks, such as {@code -f 1 -wi 3 -i 3}.
     */
    public static void main(String[] arguments) throws IOException, RunnerException, CommandLineOptionException {
        if (arguments.length == 0 || arguments[0].startsWith("-")) {
            throw new IllegalArgumentException("usage: FeatureReport docs/performance.md [JMH options]");
        }
        Path page = Path.of(arguments[0]);
        String[] options = Arrays.copyOfRange(arguments, 1, arguments.length);
        Page.require(page, NAME);
        String tables = indicators(run(IndicatorBenchmark.class, options))
                + "\n"
                + sets(run(StreamBenchmark.class, options), run(BatchBenchmark.class, options));
        Page.replace(page, NAME, tables);
    }

    private static Collection<RunResult> run(Class<?> benchmark, String... options)
            throws RunnerException, CommandLineOptionException {
        ChainedOptionsBuilder all = new OptionsBuilder()
                .parent(new CommandLineOptions(options))
                .include(benchmark.getName() + "\\.")
                .addProfiler(GCProfiler.class);
        return new Runner(all.build()).run();
    }

    /** By parameter and method name. */
    private static Map<String, RunResult> byName(Collection<RunResult> results, String parameter) {
        Map<String, RunResult> byName = new TreeMap<>();
        for (RunResult result : results) {
            String benchmark = result.getParams().getBenchmark();
            String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
            byName.put(result.getParams().getParam(parameter) + " " + method, result);
        }
        return byName;
    }

    private static String indicators(Collection<RunResult> results) {
        Map<String, RunResult> byName = byName(results, "indicator");
        StringBuilder table = new StringBuilder("| Indicator, ns a candle | Tradewind | TA-Lib Java 0.4.0 | Tradewind /"
                + " TA-Lib | ta4j 0.21.0 |\n|---|---:|---:|---:|---:|\n");
        for (SharedIndicator indicator : SharedIndicator.values()) {
            double ours = score(byName.get(indicator + " tradewind"));
            double theirs = score(byName.get(indicator + " taLib"));
            double ta4j = indicator.ta4j == null ? Double.NaN : score(byName.get(indicator + " ta4j"));
            if (!Double.isNaN(ours)) {
                table.append("| %s | %s | %s | %s | %s |\n"
                        .formatted(indicator, number(ours), number(theirs), number(ours / theirs), number(ta4j)));
            }
        }
        return table.toString();
    }

    private static String sets(Collection<RunResult> streams, Collection<RunResult> batches) {
        Map<String, RunResult> stream = byName(streams, "set");
        Map<String, RunResult> batch = byName(batches, "set");
        StringBuilder table = new StringBuilder("| Set | Features | Stream, us a candle | allocated, bytes a candle |"
                + " Batch, us a candle | candles |\n|---|---:|---:|---:|---:|---:|\n");
        for (String set : FeatureSet.knownNames()) {
            RunResult live = stream.get(set + " onCandle");
            RunResult whole = batch.get(set + " compute");
            if (live != null && whole != null) {
                String candles = whole.getParams().getParam("candles");
                Result<?> allocated = live.getSecondaryResults().get("gc.alloc.rate.norm");
                table.append("| %s | %d | %s | %s | %s | %s |\n"
                        .formatted(
                                set,
                                FeatureSet.named(set).size(),
                                number(score(live)),
                                number(allocated.getScore()),
                                number(1000 * score(whole) / Integer.parseInt(candles)),
                                candles));
            }
        }
        return table.toString();
    }

    private static double score(@Nullable RunResult result) {
        return result == null ? Double.NaN : result.getPrimaryResult().getScore();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
    }
}
