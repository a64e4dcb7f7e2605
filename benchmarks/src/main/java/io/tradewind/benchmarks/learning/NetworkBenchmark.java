package io.tradewind.benchmarks.learning;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import io.tradewind.learning.architecture.ArchitectureCatalogue;
import io.tradewind.learning.network.TwinNetwork;
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
 * Forecasts of networks with the same weights: this library's predictor and DJL's, one thread each. This library's side checks
 * every value, scales, and makes whole forecasts; DJL's hands back probabilities.
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
public class NetworkBenchmark {

    private static final FeatureSet FEATURES = FeatureSet.named("stationary");
    private static final double AGREEMENT = 1e-5;

    @Param({"LSTM", "GRU", "CNN", "TRANSFORMER", "MLP"})
    public String architecture = "LSTM";

    @Param({"1", "32"})
    public int batch = 1;

    private double[] windows = {};
    private float[] floats = {};
    private @Nullable Sides sides;

    private record Sides(
            TwinNetwork twin, io.tradewind.learning.prediction.Predictor tradewind, Predictor<float[], float[]> djl)
            implements AutoCloseable {

        @Override
        public void close() {
            djl.close();
            tradewind.close();
            twin.close();
        }
    }

    /** Both sides, checked to answer alike. */
    @Setup(Level.Trial)
    public void prepare() throws TranslateException {
        int window = ArchitectureCatalogue.get(architecture).training().window();
        TwinNetwork twin = TwinNetwork.of(architecture, FEATURES.names());
        sides = new Sides(
                twin,
                PredictorFactory.of(Manifests.of(architecture, window, FEATURES, "model.onnx"), twin.model()),
                twin.djl(batch, window, FEATURES.size()));
        SplittableRandom random = new SplittableRandom(1);
        windows = new double[batch * window * FEATURES.size()];
        floats = new float[windows.length];
        for (int i = 0; i < windows.length; i++) {
            floats[i] = (float) random.nextGaussian();
            windows[i] = floats[i];
        }
        float[] theirs = djl();
        Forecast[] ours = tradewind();
        for (int i = 0; i < batch; i++) {
            if (!(Math.abs(ours[i].outputs()[1] - theirs[2 * i + 1]) < AGREEMENT)) {
                throw new IllegalStateException("the two sides differ in row " + i);
            }
        }
    }

    /** Frees native memory. */
    @TearDown(Level.Trial)
    public void close() {
        sides.close();
    }

    /** This library. */
    @Benchmark
    public Forecast[] tradewind() {
        return sides.tradewind().predictBatch(windows, batch);
    }

    /** DJL. */
    @Benchmark
    public float[] djl() throws TranslateException {
        return sides.djl().predict(floats);
    }
}
