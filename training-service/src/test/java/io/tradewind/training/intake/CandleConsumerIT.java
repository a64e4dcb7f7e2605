package io.tradewind.training.intake;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tradewind.contracts.Topic;
import io.tradewind.contracts.market.CandleClosed;
import io.tradewind.contracts.market.CandleOrigin;
import io.tradewind.testkit.TestEvents;
import io.tradewind.testkit.TestTokens;
import io.tradewind.training.support.Api;
import io.tradewind.training.support.CandleFiles;
import io.tradewind.training.support.TrainingService;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@TrainingService
class CandleConsumerIT {

    private static final long HOUR = Duration.ofHours(1).toMillis();

    @TestHTTPResource("/")
    URI base;

    private final String symbol = "K" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void storesLiveCandlesAndHistoryFromTheTopicOnceEach() {
        // Given
        Api alice = new Api(base, TestTokens.user("alice"));
        List<CandleClosed> candles = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            candles.add(candle(i, i < 20 ? CandleOrigin.BACKFILL : CandleOrigin.LIVE, 10));
        }

        // When
        TestEvents.publish(candles);
        TestEvents.publish(candles.subList(10, 30));
        TestEvents.publish(candle(40, CandleOrigin.LIVE, 10));

        // Then
        JsonNode items = awaitStored(alice, 41);
        assertThat(items.get(40).path("close").asDouble()).isEqualTo(11);
    }

    @Test
    void neverPublishesWhatCameFromTheTopic() {
        // Given
        Api alice = new Api(base, TestTokens.user("alice"));
        alice.upload(CandleFiles.importPath(symbol, "1h"), "text/csv", CandleFiles.csv(CandleFiles.market(30)))
                .expect(200);

        // When
        TestEvents.publish(candle(30, CandleOrigin.LIVE, 100));
        awaitStored(alice, 31);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> onTopic().size() >= 31);

        // Then
        assertThat(onTopic()).hasSize(31);
    }

    @Test
    void putsACandleThatCannotBeAmongTheDeadLettersAndGoesOn() {
        // Given
        Api alice = new Api(base, TestTokens.user("alice"));

        // When
        TestEvents.publish(
                candle(0, CandleOrigin.LIVE, 10),
                new CandleClosed(symbol, "1h", CandleFiles.START + HOUR, 10, 9, 8, 11, 1, CandleOrigin.LIVE),
                candle(2, CandleOrigin.LIVE, 10));

        // Then
        awaitStored(alice, 2);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> TestEvents.readRecords(Topic.DEAD_LETTERS).stream()
                        .anyMatch(letter -> letter.key() != null && letter.key().contains(symbol)));
    }

    private List<CandleClosed> onTopic() {
        return TestEvents.readAll(Topic.CANDLES).stream()
                .map(CandleClosed.class::cast)
                .filter(candle -> candle.symbol().equals(symbol))
                .toList();
    }

    private JsonNode awaitStored(Api api, int candles) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> api.get("/api/v1/candles?symbol=" + symbol + "&timeframe=1h")
                                .expect(200)
                                .path("items"),
                        items -> items.size() == candles);
    }

    private CandleClosed candle(int bar, CandleOrigin origin, double open) {
        return new CandleClosed(
                symbol, "1h", CandleFiles.START + bar * HOUR, open, open + 2, open - 1, open + 1, 5, origin);
    }
}
