package io.tradewind.benchmarks.features;

import java.util.concurrent.TimeUnit;

import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.feature.FeatureMatrix;
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

/** Whole sets: microseconds per candle streamed, and the time of a batch over a hundred thousand candles. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SetBenchmark {
    private static final int CANDLES = 100_000;
    private static final long START = 1_600_002_000_000L;

    @Param({"stationary", "seed", "alpha158", "all"})
    public String set = "stationary";

    private final CandleSeries series = SyntheticMarket.generate(1, CANDLES, Timeframe.ONE_HOUR, START);
    private FeaturePipeline pipeline = FeaturePipeline.of(FeatureSet.named("stationary"));
    private FeatureStream stream = pipeline.stream();
    private long openTime;
    private int next;

    /** A warm stream. */
    @Setup
    public void prepare() {
        pipeline = FeaturePipeline.of(FeatureSet.named(set));
        stream = pipeline.stream();
        openTime = START;
        while (!stream.warm()) {
            stream();
        }
    }

    /** One candle into a warm stream. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public double[] stream() {
        int i = next;
        next = i + 1 == CANDLES ? 0 : i + 1;
        openTime += Timeframe.ONE_HOUR.millis();
        return stream.onCandle(
                openTime, series.open(i), series.high(i), series.low(i), series.close(i), series.volume(i));
    }

    /** A batch over the whole series. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public FeatureMatrix batch() {
        return pipeline.compute(series);
    }
}
