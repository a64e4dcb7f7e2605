package io.tradewind.benchmarks.features;

import java.util.concurrent.TimeUnit;

import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.feature.FeaturePipeline;
import io.tradewind.market.feature.FeatureSet;
import io.tradewind.market.feature.FeatureStream;
import io.tradewind.market.synthetic.SyntheticMarket;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Microseconds per candle into a warm stream, for each set. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class StreamBenchmark {
    private static final int CANDLES = 100_000;
    private static final long START = 1_600_002_000_000L;

    @Param({"seed", "alpha158", "stationary", "all"})
    public String set = "stationary";

    private final CandleSeries series = SyntheticMarket.generate(1, CANDLES, Timeframe.ONE_HOUR, START);
    private FeatureStream stream = FeaturePipeline.of(FeatureSet.named("stationary")).stream();
    private long openTime = START;
    private int next;

    /** Warms the stream. */
    @Setup
    public void prepare() {
        stream = FeaturePipeline.of(FeatureSet.named(set)).stream(Timeframe.ONE_HOUR);
        while (!stream.warm()) {
            onCandle();
        }
    }

    /** The next candle of a series that begins again when it ends. */
    @Benchmark
    public double[] onCandle() {
        int i = next;
        next = i + 1 == CANDLES ? 0 : i + 1;
        openTime += Timeframe.ONE_HOUR.millis();
        return stream.onCandle(
                openTime, series.open(i), series.high(i), series.low(i), series.close(i), series.volume(i));
    }
}
