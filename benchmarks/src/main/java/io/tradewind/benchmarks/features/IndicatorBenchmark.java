package io.tradewind.benchmarks.features;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.feature.FeatureMatrix;
import io.tradewind.market.feature.FeaturePipeline;
import io.tradewind.market.feature.FeatureSet;
import io.tradewind.market.synthetic.SyntheticMarket;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/**
 * Nanoseconds per candle and indicator, in three libraries.
 *
 * <p>Over so many candles that the processor cannot learn by heart which of them rise: over twenty thousand, run again and
 * again, code with a branch for each of them looks several times as fast as it is on candles it has not seen.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 250, timeUnit = TimeUnit.MILLISECONDS)
public class IndicatorBenchmark {
    private static final int CANDLES = 200_000;
    /** Fewer for ta4j, some of whose indicators take as long for one candle as the others for ten thousand. */
    private static final int TA4J_CANDLES = 10_000;

    private static final long START = 1_600_002_000_000L;

    @Param({
        "SMA",
        "EMA",
        "RSI",
        "MACD",
        "ATR",
        "ADX",
        "PLUS_DI",
        "MINUS_DI",
        "CCI",
        "STOCH",
        "ROC",
        "OBV",
        "BBANDS",
        "WILLR",
        "MFI",
        "CMO",
        "MOM",
        "AROON",
        "STDDEV",
        "LINREG_SLOPE",
        "SAR",
        "AD",
        "ADOSC",
        "TRIX",
        "ULTOSC",
        "KAMA",
        "PATTERNS_15"
    })
    public SharedIndicator indicator = SharedIndicator.SMA;

    private CandleSeries series = SyntheticMarket.generate(1, CANDLES, Timeframe.ONE_HOUR, START);
    private FeaturePipeline pipeline = FeaturePipeline.of(FeatureSet.of(List.of("sma_20")));
    private FeatureMatrix matrix = pipeline.compute(series);
    private TaLib taLib = new TaLib(series);
    private @Nullable BarSeries bars;

    /** Everything but the computing itself. */
    @Setup
    public void prepare() {
        pipeline = FeaturePipeline.of(FeatureSet.of(indicator.features));
        matrix = pipeline.compute(series);
    }

    /** The first candles; only ta4j needs them, and they take a while. */
    private BarSeries bars() {
        BarSeries made = new BaseBarSeriesBuilder()
                .withNumFactory(DoubleNumFactory.getInstance())
                .build();
        for (int i = 0; i < TA4J_CANDLES; i++) {
            made.barBuilder()
                    .timePeriod(Duration.ofHours(1))
                    .endTime(Instant.ofEpochMilli(series.closeTime(i)))
                    .openPrice(series.open(i))
                    .highPrice(series.high(i))
                    .lowPrice(series.low(i))
                    .closePrice(series.close(i))
                    .volume(series.volume(i))
                    .add();
        }
        return made;
    }

    /** This engine in batch, its output columns allocated once. */
    @Benchmark
    @OperationsPerInvocation(CANDLES)
    public FeatureMatrix tradewind() {
        return pipeline.compute(series, matrix);
    }

    /** TA-Lib's Java port, its output columns allocated once. */
    @Benchmark
    @OperationsPerInvocation(CANDLES)
    public TaLib taLib() {
        indicator.taLib.run(taLib);
        return taLib;
    }

    /** ta4j on doubles; a fresh indicator each time, because it caches. */
    @Benchmark
    @OperationsPerInvocation(TA4J_CANDLES)
    public void ta4j(Blackhole blackhole) {
        if (indicator.ta4j == null) {
            return;
        }
        bars = bars == null ? bars() : bars;
        for (Indicator<Num> each : indicator.ta4j.apply(bars)) {
            for (int i = 0; i < TA4J_CANDLES; i++) {
                blackhole.consume(each.getValue(i));
            }
        }
    }
}
