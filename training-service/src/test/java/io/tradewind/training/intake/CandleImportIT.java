package io.tradewind.training.intake;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.testkit.TestTokens;
import io.tradewind.training.support.Api;
import io.tradewind.training.support.CandleFiles;
import io.tradewind.training.support.TrainingService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@TrainingService
class CandleImportIT {

    private static final String HEADER = "timestamp,open,high,low,close,volume\n";
    private static final String FIRST = "2024-03-01T00:00:00Z,10,12,9,11,100\n";
    private static final String SECOND = "2024-03-01T01:00:00Z,11,13,10,12,200\n";
    private static final String THIRD = "2024-03-01T02:00:00Z,12,14,11,13,300\n";

    @TestHTTPResource("/")
    URI base;

    private final String symbol = "T" + UUID.randomUUID().toString().substring(0, 8);
    private Api alice;

    @BeforeEach
    void signIn() {
        alice = new Api(base, TestTokens.user("alice"));
    }

    @Test
    void storesEveryCandleOfAFileAndShowsThemAgainBitForBit() {
        // Given
        CandleSeries market = CandleFiles.market(300);

        // When
        JsonNode report = upload(CandleFiles.csv(market)).expect(200);

        // Then
        assertThat(report.path("rows").asInt()).isEqualTo(300);
        assertThat(report.path("accepted").asInt()).isEqualTo(300);
        assertThat(report.path("firstOpenTime").asText())
                .isEqualTo(Instant.ofEpochMilli(market.openTime(0)).toString());
        JsonNode page = alice.get("/api/v1/candles?limit=200&symbol=" + symbol + "&timeframe=1h")
                .expect(200);
        assertThat(page.path("items")).hasSize(200);
        JsonNode rest = alice.get("/api/v1/candles?limit=200&symbol=" + symbol + "&timeframe=1h&cursor="
                        + page.path("nextCursor").asText())
                .expect(200);
        assertThat(rest.path("items")).hasSize(100);
        assertThat(rest.path("nextCursor").isNull()).isTrue();
        JsonNode last = rest.path("items").get(99);
        assertThat(last.path("close").asDouble()).isEqualTo(market.close(299));
        assertThat(last.path("openTime").asText())
                .isEqualTo(Instant.ofEpochMilli(market.openTime(299)).toString());
    }

    @Test
    void listsTheSeriesWithItsExtent() {
        // Given
        upload(CandleFiles.bytes(HEADER + FIRST + SECOND)).expect(200);

        // When
        JsonNode series = alice.get("/api/v1/candle-series?limit=200").expect(200);

        // Then
        JsonNode mine = StreamSupport.stream(series.path("items").spliterator(), false)
                .filter(one -> one.path("symbol").asText().equals(symbol))
                .findFirst()
                .orElseThrow();
        assertThat(mine.path("candles").asInt()).isEqualTo(2);
        assertThat(mine.path("lastOpenTime").asText()).isEqualTo("2024-03-01T01:00:00Z");
    }

    @Test
    void readsGzippedFiles() {
        assertThat(upload(CandleFiles.gzip(CandleFiles.bytes(HEADER + FIRST + SECOND)), "application/gzip")
                        .expect(200)
                        .path("accepted")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void readsKlinesAsBinanceExportsThem() {
        // Given
        String kline = "1709251200000,10,12,9,11,100,1709254799999,1100,42,50,550,0\n"
                + "1709254800000,11,13,10,12,200,1709258399999,2400,43,60,660,0\n";

        // When
        JsonNode report = upload(CandleFiles.bytes(kline)).expect(200);

        // Then
        assertThat(report.path("accepted").asInt()).isEqualTo(2);
        assertThat(report.path("firstOpenTime").asText()).isEqualTo("2024-03-01T00:00:00Z");
    }

    @Test
    void readsNewlineDelimitedJson() {
        // Given
        String lines =
                "{\"timestamp\":\"2024-03-01T00:00:00Z\",\"open\":10,\"high\":12,\"low\":9,\"close\":11,\"volume\":1}\n"
                        + "{\"timestamp\":\"2024-03-01T01:00:00Z\",\"open\":11,\"high\":13,\"low\":10,\"close\":12,\"volume\":2}\n";

        // When, Then
        assertThat(upload(CandleFiles.bytes(lines), "application/x-ndjson")
                        .expect(200)
                        .path("accepted")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void countsWhatIsThereTwiceAndWhatIsMissing() {
        // Given
        upload(CandleFiles.bytes(HEADER + FIRST)).expect(200);
        String later = "2024-03-01T05:00:00Z,12,14,11,13,300\n";

        // When
        JsonNode report = upload(CandleFiles.bytes(HEADER + FIRST + SECOND + SECOND + later))
                .expect(200);

        // Then
        assertThat(report.path("rows").asInt()).isEqualTo(4);
        assertThat(report.path("accepted").asInt()).isEqualTo(2);
        assertThat(report.path("duplicates").asInt()).isEqualTo(1);
        assertThat(report.path("alreadyStored").asInt()).isEqualTo(1);
        assertThat(report.path("gaps").asInt()).isEqualTo(1);
        assertThat(report.path("missingBars").asInt()).isEqualTo(3);
        assertThat(report.path("conflicts").asInt()).isZero();
    }

    @Test
    void putsAFileThatHasTheNewestFirstInOrder() {
        // When
        JsonNode report =
                upload(CandleFiles.bytes(HEADER + THIRD + SECOND + FIRST)).expect(200);

        // Then
        assertThat(report.path("unsorted").asInt()).isEqualTo(2);
        assertThat(report.path("gaps").asInt()).isZero();
        assertThat(alice.get("/api/v1/candles?symbol=" + symbol + "&timeframe=1h")
                        .expect(200)
                        .path("items")
                        .get(0)
                        .path("openTime")
                        .asText())
                .isEqualTo("2024-03-01T00:00:00Z");
    }

    @Test
    void storesTheSameFileAgainWithoutAnyEffect() {
        // Given
        byte[] file = CandleFiles.csv(CandleFiles.market(50));
        upload(file).expect(200);

        // When
        JsonNode report = upload(file).expect(200);

        // Then
        assertThat(report.path("accepted").asInt()).isZero();
        assertThat(report.path("alreadyStored").asInt()).isEqualTo(50);
        assertThat(alice.get("/api/v1/candle-imports/" + report.path("importId").asText())
                        .expect(200)
                        .path("complete")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-03-01T03:00:00Z,12,11,10,12,1   | badOhlc     | high must not be below
            2024-03-01T03:00:00Z,12,13,12.5,12,1 | badOhlc     | low must not be above
            2024-03-01T03:00:00Z,12,13,-1,12,1   | badOhlc     | prices must be above 0
            2024-03-01T03:00:00Z,12,13,11,12,-1  | badOhlc     | volume must be at least 0
            2024-03-01T03:00:00Z,12,NaN,11,12,1  | notFinite   | must be finite
            2024-03-01T03:00:00Z,12,13,11,12     | unreadable  | volume is missing
            tomorrow,12,13,11,12,1               | unreadable  | timestamp
            2024-03-01T02:30:00Z,12,13,11,12,1   | overlapping | begins 1800000 ms after
            2024-03-01T02:00:00Z,12,14,11,13,301 | conflicts   | row 3 gives other values
            2024-03-01T00:00:00Z,10,12,9,11,99   | conflicts   | gives other values
            """)
    void refusesAFileWithOneBadRowAndStoresNothingOfIt(String row, String counted, String said) {
        // When
        Api.Answer answer = upload(CandleFiles.bytes(HEADER + FIRST + SECOND + THIRD + row + "\n"));

        // Then
        JsonNode report = answer.expect(422).path("report");
        assertThat(report.path(counted).asInt()).as(report.toString()).isEqualTo(1);
        assertThat(report.path("issues").toString()).contains(said);
        assertThat(report.path("importId").isNull()).isTrue();
        assertThat(stored()).isZero();
    }

    @Test
    void refusesOtherValuesThanThoseStoredAndShowsBoth() {
        // Given
        upload(CandleFiles.bytes(HEADER + FIRST + SECOND)).expect(200);

        // When
        JsonNode report = upload(CandleFiles.bytes(HEADER + SECOND.replace(",200", ",201") + THIRD))
                .expect(422)
                .path("report");

        // Then
        assertThat(report.path("conflicts").asInt()).isEqualTo(1);
        assertThat(report.path("issues").get(0).path("message").asText())
                .isEqualTo("is stored as 11 13 10 12 200, the file says 11 13 10 12 201");
        assertThat(report.path("issues").get(0).path("row").asInt()).isEqualTo(1);
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void refusesAFileWithoutCandles() {
        assertThat(upload(CandleFiles.bytes(HEADER)).expect(422).path("detail").asText())
                .contains("holds no candles");
    }

    @Test
    void refusesALineWithoutAnEnd() {
        assertThat(upload(new byte[200_000]).expect(422).path("detail").asText())
                .contains("longer than 65536 bytes");
    }

    @Test
    void refusesABrokenArchive() {
        // Given
        byte[] packed = CandleFiles.gzip(CandleFiles.csv(CandleFiles.market(100)));
        packed[packed.length / 2] ^= 0x55;

        // When, Then
        assertThat(upload(packed, "application/gzip").status()).isBetween(400, 499);
        assertThat(stored()).isZero();
    }

    @Test
    void namesTheParameterThatIsWrong() {
        assertThat(alice.upload("/api/v1/candles?symbol=a%20b&timeframe=1h", "text/csv", new byte[0])
                        .expect(400)
                        .path("detail")
                        .asText())
                .contains("symbol")
                .contains("a b");
        assertThat(alice.upload("/api/v1/candles?symbol=AB&timeframe=7h", "text/csv", new byte[0])
                        .expect(400)
                        .path("detail")
                        .asText())
                .contains("7h");
        assertThat(alice.upload("/api/v1/candles?symbol=AB&timeframe=1h&format=xml", "text/csv", new byte[0])
                        .expect(400)
                        .path("detail")
                        .asText())
                .contains("xml");
        alice.get("/api/v1/candles?symbol=AB&timeframe=1h&limit=0").expect(400);
        alice.get("/api/v1/candles?symbol=AB&timeframe=1h&from=yesterday").expect(400);
        alice.get("/api/v1/candle-imports/" + UUID.randomUUID()).expect(404);
    }

    @Test
    void wantsAToken() {
        new Api(base, "none").get("/api/v1/candle-series").expect(401);
    }

    @Test
    void holdsEveryOtherBodyToAMegabyte() {
        // Given
        byte[] large = CandleFiles.bytes("{\"symbol\":\"" + "A".repeat(3_000_000) + "\"}");

        // When
        Api.Answer declared = alice.upload("/api/v1/training-jobs", "application/json", large);
        Api.Answer streamed =
                alice.stream("/api/v1/training-jobs", "application/json", () -> new ByteArrayInputStream(large));

        // Then
        assertThat(declared.status()).isEqualTo(413);
        assertThat(streamed.status()).as(streamed.raw().body()).isEqualTo(413);
    }

    private long stored() {
        return alice.get("/api/v1/candles?symbol=" + symbol + "&timeframe=1h")
                .expect(200)
                .path("items")
                .size();
    }

    private Api.Answer upload(byte[] file) {
        return upload(file, "text/csv");
    }

    private Api.Answer upload(byte[] file, String type) {
        return alice.upload(CandleFiles.importPath(symbol, "1h"), type, file);
    }
}
