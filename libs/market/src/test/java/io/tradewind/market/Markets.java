package io.tradewind.market;

import java.util.function.DoubleUnaryOperator;

import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.synthetic.SyntheticMarket;

/** Markets that tests compute on: ordinary ones and awkward ones. */
public final class Markets {
    public static final long START = 1_600_002_000_000L;

    private Markets() {}

    /** An ordinary market. */
    public static CandleSeries ordinary(int candles) {
        return SyntheticMarket.generate(7, candles, Timeframe.ONE_HOUR, START);
    }

    /** One with prices multiplied. */
    public static CandleSeries scaled(CandleSeries series, double prices) {
        return mapped(series, p -> p * prices, v -> v);
    }

    /** One in which nobody trades. */
    public static CandleSeries silent(int candles) {
        return mapped(ordinary(candles), p -> p, v -> 0);
    }

    /** One whose price never moves. */
    public static CandleSeries flat(int candles, double price, double volume) {
        return mapped(ordinary(candles), p -> price, v -> volume);
    }

    /** One that stands still, without trades, for 300 candles out of 1000. */
    public static CandleSeries halting(int candles) {
        CandleSeries moving = ordinary(candles);
        CandleSeries.Builder series = CandleSeries.builder("HALT", moving.timeframe());
        for (int i = 0; i < candles; i++) {
            boolean halted = i % 1000 >= 700;
            int source = halted ? i - i % 1000 + 699 : i;
            double close = moving.close(source);
            series.add(
                    moving.openTime(i),
                    halted ? close : moving.open(i),
                    halted ? close : moving.high(i),
                    halted ? close : moving.low(i),
                    close,
                    halted ? 0 : moving.volume(i));
        }
        return series.build();
    }

    private static CandleSeries mapped(CandleSeries series, DoubleUnaryOperator price, DoubleUnaryOperator volume) {
        CandleSeries.Builder mapped = CandleSeries.builder(series.symbol(), series.timeframe());
        for (int i = 0; i < series.size(); i++) {
            mapped.add(
                    series.openTime(i),
                    price.applyAsDouble(series.open(i)),
                    price.applyAsDouble(series.high(i)),
                    price.applyAsDouble(series.low(i)),
                    price.applyAsDouble(series.close(i)),
                    volume.applyAsDouble(series.volume(i)));
        }
        return mapped.build();
    }
}
