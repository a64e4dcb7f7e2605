package io.tradewind.market.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CandleReadTest {
    private final List<String> candles = new ArrayList<>();

    private final CandleSink sink = (time, open, high, low, close, volume) ->
            candles.add(Instant.ofEpochMilli(time) + " " + open + " " + high + " " + low + " " + close + " " + volume);

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Test
    void readsOurHeaderInAnyOrderAndCase() throws IOException {
        long rows = CandleCsv.read(
                text("\ufeffVolume,Close,\"Low\",High,Open,Timestamp,note\n7,4,1,5,2,2024-01-01T00:00:00Z,x\n\n"),
                sink);
        assertThat(rows).isEqualTo(1);
        assertThat(candles).containsExactly("2024-01-01T00:00:00Z 2.0 5.0 1.0 4.0 7.0");
    }

    @Test
    void readsBinanceKlinesWithAndWithoutHeader() throws IOException {
        String row = "1704067200000,2,5,1,4,7,1704070799999,28,3,1,1,0\n";
        CandleCsv.read(text(row), sink);
        CandleCsv.read(
                text("open_time,open,high,low,close,volume,close_time,quote_volume,count,a,b,ignore\n" + row), sink);
        CandleCsv.read(text("1704067200000000,2,5,1,4,7\n"), sink);
        assertThat(candles).hasSize(3).containsOnly("2024-01-01T00:00:00Z 2.0 5.0 1.0 4.0 7.0");
    }

    @Test
    void readsTimesAsPeopleWriteThem() throws IOException {
        for (String time : new String[] {
            "2024-01-01",
            "2024-01-01 00:00:00",
            "2024-01-01T00:00",
            "2024-01-01T01:00:00+01:00",
            "1704067200",
            "1704067200.0",
            "1704067200000000000",
            "2024-01-01 00:00:00 UTC"
        }) {
            CandleCsv.read(text("date,open,high,low,close\n" + time + ",2,5,1,4\n"), sink);
        }
        assertThat(candles).hasSize(8).containsOnly("2024-01-01T00:00:00Z 2.0 5.0 1.0 4.0 0.0");
    }

    @Test
    void readsNdjsonObjectsAndArrays() throws IOException {
        CandleNdjson.read(text("""
                        {"timestamp": "2024-01-01T00:00:00Z", "open": 2, "high": "5", "low": 1.0, "close": 4e0, "volume": 7, "closed": true}
                        [1704067200000,"2","5","1","4","7",1704070799999]

                        {"t":1704067200,"o":2,"h":5,"l":1,"c":4,"v":7}
                        """), sink);
        assertThat(candles).hasSize(3).containsOnly("2024-01-01T00:00:00Z 2.0 5.0 1.0 4.0 7.0");
    }

    @Test
    void tellsFormatsAndGzipApart() throws IOException {
        CandleText.read(zipped("timestamp,open,high,low,close,volume\n2024-01-01T00:00:00Z,2,5,1,4,7\n"), sink);
        CandleText.read(zipped("\n {\"t\":1704067200,\"o\":2,\"h\":5,\"l\":1,\"c\":4,\"v\":7}"), sink);
        CandleText.read(text("1704067200,2,5,1,4,7"), sink);
        assertThat(candles).hasSize(3).containsOnly("2024-01-01T00:00:00Z 2.0 5.0 1.0 4.0 7.0");
        assertThat(CandleText.read(text(""), sink)).isZero();
    }

    @Test
    void namesTheLineTheFieldAndTheText() {
        csvFails("time,open,high,low,close\n2024-01-01,1,1,x,1\n", "line 2: low is not a number: 'x'");
        csvFails("time,open,high,low,close\n2024-01-01,1,1\n", "line 2: low is missing");
        csvFails("time,open,high,low,close,volume\n2024-01-01,1,1,1,1,\n", "line 2: volume is missing");
        csvFails("time,open,high,low\n", "line 1: the header has no column 'close': time,open,high,low");
        csvFails("1,1,1,1,1,1\n,1,1,1,1,1\n", "line 2: timestamp is missing");
        csvFails(
                "time,open,high,low,close\nyesterday,1,1,1,1\n",
                "line 2: timestamp is neither ISO-8601 nor an epoch number: 'yesterday'");
        csvFails(
                "time,open,high,low,close\n2024-01-01T25:00:00Z,1,1,1,1\n",
                "line 2: timestamp is neither ISO-8601 nor an epoch number: '2024-01-01T25:00:00Z'");
        jsonFails("{\"t\":1,\"o\":1,\"h\":1,\"l\":1}", "line 1: close is missing");
        jsonFails("{\"t\":1,\"o\":\"x\",\"h\":1,\"l\":1,\"c\":1}", "line 1: open is not a number: 'x'");
        jsonFails("{\"o\":1}", "line 1: timestamp is missing");
        jsonFails("{\"t\":\"soon\",\"o\":1}", "line 1: timestamp is neither ISO-8601 nor an epoch number: 'soon'");
        jsonFails("{\"t\":1", "line 1: the line ends too early");
        jsonFails("{\"t\" 1}", "line 1: expected ':' after \"t\"");
        jsonFails("{\"t\":1;}", "line 1: timestamp is neither ISO-8601 nor an epoch number: '1;'");
        jsonFails("{}", "line 1: timestamp is missing");
        jsonFails("{\"t\":}", "line 1: expected a value");
        jsonFails("{\"t\":{}}", "line 1: nested values are not part of a candle");
        jsonFails("{\"t\":\"\\u0031\"}", "line 1: escapes are not part of a candle");
        jsonFails("[1,2 3]", "line 1: expected ',' or ']'");
        jsonFails("[1,2] x", "line 1: text after the candle");
        jsonFails("17", "line 1: expected an object or an array");
    }

    private void csvFails(String csv, String message) {
        assertThatThrownBy(() -> CandleCsv.read(text(csv), sink))
                .isInstanceOf(CandleParseException.class)
                .hasMessage(message);
    }

    private void jsonFails(String json, String message) {
        assertThatThrownBy(() -> CandleNdjson.read(text(json), sink))
                .isInstanceOfSatisfying(
                        CandleParseException.class, e -> assertThat(e.line()).isEqualTo(1))
                .hasMessage(message);
    }
}
