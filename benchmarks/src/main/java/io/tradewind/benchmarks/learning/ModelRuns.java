package io.tradewind.benchmarks.learning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradewind.learning.architecture.ArchitectureDefinition;
import io.tradewind.learning.bundle.Bundle;
import io.tradewind.learning.bundle.BundleFile;
import io.tradewind.learning.bundle.BundleWriter;
import io.tradewind.learning.evaluation.Evaluation;
import io.tradewind.learning.prediction.Predictor;
import io.tradewind.learning.training.CancellationToken;
import io.tradewind.learning.training.ProgressListener;
import io.tradewind.learning.training.Trainer;
import io.tradewind.learning.training.TrainingPlan;
import io.tradewind.learning.training.TrainingResult;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.read.CandleCsv;
import org.jspecify.annotations.Nullable;

/**
 * Trains architectures on files of candles, writes, reopens and times their bundles, and appends a line of JSON per run to a file,
 * from which {@link ModelTable} makes the page. A run that is in the file already is skipped.
 *
 * <p>Arguments: the results file, architectures with their preset ({@code XGBOOST:default,LSTM:small}), the number of seeds, and
 * the CSV files, named like {@code BTCUSD-coinbase-1h.csv}.
 */
public final class ModelRuns {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Set<String> DESCRIPTIONS = Set.of(Bundle.EVALUATION, Bundle.REFERENCE, Bundle.IMPORTANCE);
    private static final int CALLS = 2000;
    private static final int ROUNDS = 3;
    private static final double NANOS_PER_SECOND = 1e9;

    private ModelRuns() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 4) {
            throw new IllegalArgumentException(
                    "usage: ModelRuns results.ndjson ARCHITECTURE:preset,... seeds file.csv...");
        }
        Path results = Path.of(arguments[0]);
        for (long seed = 1; seed <= Integer.parseInt(arguments[2]); seed++) {
            for (String file : Arrays.asList(arguments).subList(3, arguments.length)) {
                CandleSeries series = read(Path.of(file));
                for (String choice : arguments[1].split(",")) {
                    String[] parts = choice.split(":");
                    run(results, new Run(name(Path.of(file)), parts[0], parts[1], seed), series);
                }
            }
        }
    }

    private record Run(String market, String architecture, String preset, long seed) {

        boolean is(Measured line) {
            return line.market().equals(market)
                    && line.architecture().equals(architecture)
                    && line.preset().equals(preset)
                    && line.seed() == seed;
        }
    }

    /** The lines of a results file; none where there is no file yet. */
    static List<Measured> lines(Path results) throws IOException {
        if (Files.notExists(results)) {
            return List.of();
        }
        try (var lines = MAPPER.readerFor(Measured.class).<Measured>readValues(results.toFile())) {
            return lines.readAll();
        }
    }

    private static void run(Path results, Run run, CandleSeries series) throws IOException {
        if (lines(results).stream().anyMatch(run::is)) {
            return;
        }
        Measured line = measure(run, series);
        Files.writeString(
                results,
                MAPPER.writeValueAsString(line) + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        System.out.println(line);
    }

    private static Measured measure(Run run, CandleSeries series) throws IOException {
        TrainingPlan plan = TrainingPlan.builder(run.architecture())
                .hyperparameters(Map.of(ArchitectureDefinition.PRESET, run.preset()))
                .seed(run.seed())
                .build();
        long started = System.nanoTime();
        TrainingResult result = Trainer.train(plan, series, ProgressListener.NONE, new CancellationToken());
        double seconds = (System.nanoTime() - started) / NANOS_PER_SECOND;
        Path folder = Files.createTempDirectory("bundle").resolve("b");
        BundleWriter.write(result, folder);
        Bundle bundle = Bundle.open(folder);
        Evaluation evaluation = result.evaluation();
        return new Measured(
                run.market(),
                run.architecture(),
                run.preset(),
                run.seed(),
                series.size(),
                evaluation.rows(),
                value(evaluation.accuracy()),
                value(evaluation.majorityBaseline()),
                value(evaluation.edge()),
                value(evaluation.edgeStandardError()),
                value(Objects.requireNonNull(evaluation.baselines().get("linear"))
                        .accuracy()),
                value(evaluation.auc()),
                value(evaluation.profitFactor()),
                value(evaluation.maxDrawdown()),
                evaluation.gates().passed(),
                evaluation.training().bestEpoch(),
                evaluation.training().epochs(),
                evaluation.training().millis() / 1e3,
                plan.batchSize() == 0
                        ? Double.NaN
                        : plan.batchSize() * 1e3 / evaluation.training().samplesPerSecond(),
                seconds,
                modelBytes(bundle),
                latencyMicros(bundle));
    }

    private static double value(@Nullable Double metric) {
        return metric == null ? Double.NaN : metric;
    }

    /** All files but what is told about the model. */
    private static long modelBytes(Bundle bundle) {
        return bundle.manifest().files().stream()
                .filter(file -> !DESCRIPTIONS.contains(file.name()))
                .mapToLong(BundleFile::size)
                .sum();
    }

    private static double latencyMicros(Bundle bundle) {
        try (Predictor predictor = Predictor.open(bundle)) {
            SplittableRandom random = new SplittableRandom(1);
            int length = predictor.window() * predictor.features().size();
            double[] window = random.doubles(length).toArray();
            long[] nanos = new long[CALLS];
            // The first rounds are for the compiler.
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < CALLS; i++) {
                    long from = System.nanoTime();
                    predictor.predict(window);
                    nanos[i] = System.nanoTime() - from;
                }
            }
            Arrays.sort(nanos);
            return nanos[CALLS / 2] / 1e3;
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".csv", "");
    }

    private static CandleSeries read(Path file) throws IOException {
        String[] parts = name(file).split("-");
        CandleSeries.Builder builder = CandleSeries.builder(parts[0], Timeframe.parse(parts[parts.length - 1]));
        try (InputStream in = Files.newInputStream(file)) {
            CandleCsv.read(in, builder::add);
        }
        return builder.build();
    }
}
