package io.tradewind.benchmarks.features;

import java.util.concurrent.TimeUnit;

import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.feature.FeatureMatrix;
import io.tradewind.market.feature.FeaturePipeline;
import io.tradewind.market.feature.FeatureSet;
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

/** Milliseconds for a batch over a million candles, for each set. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx5g", "-XX:+UseSerialGC"})
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
public class BatchBenchmark {
    private static final long START = 1_600_002_000_000L;

    @Param({"seed", "alpha158", "stationary", "all"})
    public String set = "stationary";

    @Param("1000000")
    public int candles = 1;

    private FeaturePipeline pipeline = FeaturePipeline.of(FeatureSet.named("stationary"));
    private CandleSeries series = SyntheticMarket.generate(1, candles, Timeframe.ONE_HOUR, START);
    private FeatureMatrix matrix = pipeline.compute(series);

    /** Candles, and the matrix that their features go to. */
    @Setup
    public void prepare() {
        series = SyntheticMarket.generate(1, candles, Timeframe.ONE_HOUR, START);
        pipeline = FeaturePipeline.of(FeatureSet.named(set));
        matrix = pipeline.compute(series);
    }

    /** A batch over the whole series, into a matrix that is there already. */
    @Benchmark
    public FeatureMatrix compute() {
        return pipeline.compute(series, matrix);
    }
}
