package io.tradewind.benchmarks.learning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.tradewind.benchmarks.Page;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/** Runs the predictors' benchmarks and writes their tables into a page. */
public final class PredictorReport {

    private static final String MARKER = "predictor benchmarks";
    private static final List<String> NETWORKS = List.of("LSTM", "GRU", "CNN", "TRANSFORMER", "MLP");
    private static final List<String> LIBRARIES = List.of("XGBOOST", "LIGHTGBM");
    private static final List<String> SERVED =
            List.of("RANDOM_FOREST:default", "ENSEMBLE:default", "ENSEMBLE:PRICE_PREDICTOR", "PATTERN_CNN:default");
    private static final List<String> BATCHES = List.of("1", "32");

    private PredictorReport() {}

    /** Writes into the page named by the only argument. */
    public static void main(String[] arguments) throws IOException, RunnerException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("usage: PredictorReport docs/performance.md");
        }
        String tables = networks(run(NetworkBenchmark.class, "architecture"))
                + "\n"
                + trees(run(TreeBenchmark.class, "library"))
                + "\n"
                + served(run(ServedModelBenchmark.class, "model"));
        Page.replace(Path.of(arguments[0]), MARKER, tables);
    }

    /** Results by parameter, batch and method. */
    private static Map<String, RunResult> run(Class<?> benchmark, String parameter) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(benchmark.getName() + ".*")
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
        Map<String, RunResult> byName = new TreeMap<>();
        for (RunResult result : results) {
            String[] path = result.getParams().getBenchmark().split("\\.");
            byName.put(
                    String.join(
                            " ",
                            result.getParams().getParam(parameter),
                            result.getParams().getParam("batch"),
                            path[path.length - 1]),
                    result);
        }
        return byName;
    }

    private static String networks(Map<String, RunResult> results) {
        StringBuilder table = new StringBuilder(
                "| Network | batch | this, p50 µs | p99 µs | bytes a call | DJL, p50 µs | p99 µs | ratio of p50 |\n");
        table.append("|---|---:|---:|---:|---:|---:|---:|---:|\n");
        for (String network : NETWORKS) {
            for (String batch : BATCHES) {
                RunResult ours = results.get("%s %s tradewind".formatted(network, batch));
                RunResult theirs = results.get("%s %s djl".formatted(network, batch));
                table.append("| `%s` | %s | %s | %s | %s | %s | %s | **%s** |\n"
                        .formatted(
                                network,
                                batch,
                                micros(ours, 50),
                                micros(ours, 99),
                                allocated(ours),
                                micros(theirs, 50),
                                micros(theirs, 99),
                                ratio(theirs, ours)));
            }
        }
        return table.toString();
    }

    private static String trees(Map<String, RunResult> results) {
        StringBuilder table = new StringBuilder(
                "| 200 trees | batch | into an array, p50 µs | p99 µs | bytes a call | as forecasts, p50 µs | bytes a call |");
        table.append(" native in place, p50 µs | p99 µs | ratio of p50 | native by matrix, p50 µs |\n");
        table.append("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        for (String library : LIBRARIES) {
            for (String batch : BATCHES) {
                String key = library + " " + batch + " ";
                RunResult into = results.get(key + "tradewindInto");
                RunResult forecasts = results.get(key + "tradewind");
                RunResult call = results.get(key + "nativeCall");
                boolean matrix = library.equals("XGBOOST");
                table.append("| `%s` | %s | %s | %s | %s | %s | %s | %s | %s | **%s** | %s |\n"
                        .formatted(
                                library,
                                batch,
                                micros(into, 50),
                                micros(into, 99),
                                allocated(into),
                                micros(forecasts, 50),
                                allocated(forecasts),
                                micros(call, 50),
                                micros(call, 99),
                                ratio(call, into),
                                matrix ? micros(results.get(key + "nativeMatrix"), 50) : "-"));
            }
        }
        return table.toString();
    }

    private static String served(Map<String, RunResult> results) {
        StringBuilder table = new StringBuilder("| Model, preset | batch | p50 µs | p99 µs | bytes a call |\n");
        table.append("|---|---:|---:|---:|---:|\n");
        for (String model : SERVED) {
            for (String batch : BATCHES) {
                RunResult ours = results.get("%s %s forecasts".formatted(model, batch));
                table.append("| `%s` | %s | %s | %s | %s |\n"
                        .formatted(
                                model.replace(":", "`, `"),
                                batch,
                                micros(ours, 50),
                                micros(ours, 99),
                                allocated(ours)));
            }
        }
        return table.toString();
    }

    private static double percentile(RunResult result, double rank) {
        Statistics statistics = result.getPrimaryResult().getStatistics();
        return statistics.getPercentile(rank);
    }

    private static String micros(RunResult result, double rank) {
        double micros = percentile(result, rank);
        return String.format(Locale.ROOT, micros < 10 ? "%.2f" : "%.0f", micros);
    }

    private static String ratio(RunResult slower, RunResult faster) {
        return String.format(Locale.ROOT, "%.1f", percentile(slower, 50) / percentile(faster, 50));
    }

    private static String allocated(RunResult result) {
        return String.format(
                Locale.ROOT,
                "%.0f",
                result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
    }
}
