package io.tradewind.benchmarks.learning;

import java.util.concurrent.TimeUnit;

import io.tradewind.learning.network.SteppedNetwork;
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
 * One training step of each network: forward, backward, clipping and update on a batch of 128 windows of the architecture's own
 * length and feature set, one thread, in a JVM like the worker's.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "-Xmx768m",
            "-Xmn32m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-Dai.djl.offline=true",
            "-Dai.djl.pytorch.num_threads=1",
            "-Dai.djl.pytorch.num_interop_threads=1"
        })
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class TrainingStepBenchmark {

    private static final int BATCH = 128;

    @Param({"LSTM", "GRU", "CNN", "TRANSFORMER", "MLP", "PATTERN_CNN"})
    public String architecture = "LSTM";

    @Param({"default", "small"})
    public String preset = "default";

    private @Nullable SteppedNetwork network;

    /** A fresh network. */
    @Setup(Level.Trial)
    public void prepare() {
        network = SteppedNetwork.of(architecture, preset, BATCH);
    }

    /** Frees native memory. */
    @TearDown(Level.Trial)
    public void close() {
        network.close();
    }

    /** One step. */
    @Benchmark
    public double step() {
        return network.step();
    }
}
