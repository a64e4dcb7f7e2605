package io.tradewind.benchmarks.learning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import io.tradewind.learning.architecture.ArchitectureDefinition;
import io.tradewind.learning.bundle.BundleWriter;
import io.tradewind.learning.prediction.Predictor;
import io.tradewind.learning.task.Forecast;
import io.tradewind.learning.training.CancellationToken;
import io.tradewind.learning.training.ProgressListener;
import io.tradewind.learning.training.Trainer;
import io.tradewind.learning.training.TrainingPlan;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.synthetic.SyntheticMarket;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import static java.util.Objects.requireNonNull;

/**
 * Forecasts of bundles as they are served: trained, written, opened again. For the architectures that no other library has a call
 * for. Every call takes other windows; their values are random, so trees are walked along unlikely paths too.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "-Xmx1g",
            "--enable-native-access=ALL-UNNAMED",
            "-Dai.djl.offline=true",
            "-Dai.djl.pytorch.num_threads=1",
            "-Dai.djl.pytorch.num_interop_threads=1"
        })
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class ServedModelBenchmark {

    private static final int BATCHES = 256;
    private static final int CANDLES = 3_000;
    private static final int MOST_EPOCHS = 100;
    private static final int NETWORK_EPOCHS = 2;

    /** Architecture and preset. */
    @Param({"RANDOM_FOREST:default", "ENSEMBLE:default", "ENSEMBLE:PRICE_PREDICTOR", "PATTERN_CNN:default"})
    public String model = "RANDOM_FOREST:default";

    @Param({"1", "32"})
    public int batch = 1;

    private double[][] windows = {};
    private int next;
    private @Nullable Predictor predictor;

    /** A served model. */
    @Setup(Level.Trial)
    public void prepare() throws IOException {
        String[] parts = model.split(":");
        CandleSeries series = SyntheticMarket.generate(1, CANDLES, Timeframe.ONE_HOUR, 1_600_002_000_000L);
        TrainingPlan plan = TrainingPlan.builder(parts[0])
                .hyperparameters(Map.of(ArchitectureDefinition.PRESET, parts[1]))
                .epochs(parts[0].endsWith("CNN") ? NETWORK_EPOCHS : MOST_EPOCHS)
                .build();
        Path folder = Files.createTempDirectory("served").resolve("bundle");
        predictor = Predictor.open(BundleWriter.write(
                Trainer.train(plan, series, ProgressListener.NONE, new CancellationToken()), folder));
        SplittableRandom random = new SplittableRandom(1);
        int length = batch * predictor.window() * predictor.features().size();
        windows = new double[BATCHES][];
        for (int i = 0; i < BATCHES; i++) {
            windows[i] = random.doubles(length).toArray();
        }
    }

    /** Frees native memory. */
    @TearDown(Level.Trial)
    public void close() {
        requireNonNull(predictor).close();
    }

    /** Whole forecasts. */
    @Benchmark
    public Forecast[] forecasts() {
        next = (next + 1) % BATCHES;
        return requireNonNull(predictor).predictBatch(windows[next], batch);
    }
}
