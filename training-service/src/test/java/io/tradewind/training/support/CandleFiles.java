package io.tradewind.training.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.synthetic.SyntheticMarket;

/** Candles as clients send them. */
public final class CandleFiles {

    public static final long START = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();

    private CandleFiles() {}

    public static CandleSeries market(int candles) {
        return SyntheticMarket.generate(7, candles, Timeframe.parse("1h"), START);
    }

    public static byte[] csv(CandleSeries series) {
        StringBuilder csv = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (int i = 0; i < series.size(); i++) {
            csv.append(Instant.ofEpochMilli(series.openTime(i)));
            for (double value :
                    new double[] {series.open(i), series.high(i), series.low(i), series.close(i), series.volume(i)}) {
                csv.append(',').append(value);
            }
            csv.append('\n');
        }
        return bytes(csv.toString());
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    public static String importPath(String symbol, String timeframe) {
        return "/api/v1/candles?symbol=" + symbol + "&timeframe=" + timeframe;
    }
}
