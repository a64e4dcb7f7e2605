package io.tradewind.benchmarks.learning;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import io.tradewind.learning.prediction.Predictor;
import io.tradewind.learning.prediction.PredictorFactory;
import io.tradewind.learning.task.Forecast;
import io.tradewind.market.feature.FeatureSet;
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

/**
 * Forecasts of 200 trees: this library's walkers and the calls of the libraries that grew them, one thread each. Every call takes
 * other rows, as live candles are: a processor learns the turns of a row it sees again and again.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class TreeBenchmark {

    private static final int BATCHES = 1024;
    private static final double AGREEMENT = 1e-6;

    @Param({"XGBOOST", "LIGHTGBM"})
    public String library = "XGBOOST";

    @Param({"1", "32"})
    public int batch = 1;

    private float[][] floats = {};
    private double[][] doubles = {};
    private final double[] outputs = new double[2];
    private int next;
    private @Nullable Predictor predictor;
    private @Nullable NativeTrees trees;

    /** Both sides, checked to answer alike. */
    @Setup(Level.Trial)
    public void prepare() throws Exception {
        MarketRows rows = MarketRows.of(FeatureSet.named("stationary"));
        trees = NativeTrees.of(library, rows);
        predictor = PredictorFactory.of(Manifests.of(library, 1, rows.set(), trees.file()), trees.model());
        cut(rows);
        for (int i = 0; i < BATCHES; i++) {
            double theirs = trees.score(floats[i], batch);
            predictor.predictInto(doubles[i], 0, outputs);
            if (!(Math.abs(outputs[1] - theirs) < AGREEMENT)) {
                throw new IllegalStateException("%s says %s, this library %s".formatted(library, theirs, outputs[1]));
            }
        }
    }

    private void cut(MarketRows rows) {
        int length = batch * rows.features();
        floats = new float[BATCHES][];
        doubles = new double[BATCHES][length];
        for (int i = 0; i < BATCHES; i++) {
            int from = i * rows.features();
            floats[i] = Arrays.copyOfRange(rows.values(), from, from + length);
            for (int k = 0; k < length; k++) {
                doubles[i][k] = floats[i][k];
            }
        }
    }

    /** Frees native memory. */
    @TearDown(Level.Trial)
    public void close() {
        predictor.close();
        trees.close();
    }

    private int advance() {
        next = (next + 1) % BATCHES;
        return next;
    }

    /** Outputs into an array of the caller's. */
    @Benchmark
    public double[] tradewindInto() {
        double[] rows = doubles[advance()];
        for (int row = 0; row < batch; row++) {
            predictor.predictInto(rows, row * (rows.length / batch), outputs);
        }
        return outputs;
    }

    /** Whole forecasts. */
    @Benchmark
    public Forecast[] tradewind() {
        return predictor.predictBatch(doubles[advance()], batch);
    }

    /** The library's quickest call for rows in memory. */
    @Benchmark
    public double nativeCall() throws Exception {
        return trees.score(floats[advance()], batch);
    }

    /** XGBoost through its own matrix; LightGBM has none for prediction and repeats the call above. */
    @Benchmark
    public double nativeMatrix() throws Exception {
        float[] rows = floats[advance()];
        return trees instanceof NativeTrees.Xgboost xgboost
                ? xgboost.scoreByMatrix(rows, batch)
                : trees.score(rows, batch);
    }
}
