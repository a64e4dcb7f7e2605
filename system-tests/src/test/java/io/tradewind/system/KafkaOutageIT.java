package io.tradewind.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.synthetic.SyntheticMarket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kafka is away for half a minute while predictions are asked for. */
@ExtendWith(FleetExtension.class)
class KafkaOutageIT {

    private static final int HISTORY = 1_500;
    private static final Duration OUTAGE = Duration.ofSeconds(30);

    private final CandleSeries candles =
            SyntheticMarket.generate(43, HISTORY, Timeframe.parse("1h"), 1_500_000_000_000L - 1_500_000_000_000L % 3_600_000)
                    .withSymbol("OUTAGE");

    @Test
    void answersAllAlongAndJoinsEveryPredictionAfterwards(Fleet fleet) {
        // Given
        Desk desk = new Desk(fleet.as("frank", "user"));
        desk.importCandles(candles, HISTORY);
        String model = desk.deployedModel("outage", candles, 5);
        int features = desk.rest()
                .get(Service.INFERENCE, "/api/v1/models/" + model + "/serving")
                .expect(200)
                .path("features")
                .size();

        // When
        fleet.run("stop", "kafka").orFail();
        List<String> answered = new ArrayList<>();
        Instant end = Instant.now().plus(OUTAGE);
        while (Instant.now().isBefore(end)) {
            answered.add(predict(desk, model, features, answered.size()));
        }
        fleet.run("start", "kafka").orFail();

        // Then
        assertThat(answered).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        Eventually.within(Duration.ofMinutes(2)).passes(() -> {
            JsonNode coverage = desk.coverage(model);
            assertThat(coverage.path("predictions").asLong()).isEqualTo(answered.size());
            assertThat(coverage.path("joined").asLong()).isEqualTo(answered.size());
        });
    }

    /** Asks for a prediction on a candle whose outcome is known; a bot's pace of about twenty a second. */
    private String predict(Desk desk, String model, int features, int number) {
        int candle = number % (HISTORY - 10);
        List<Double> row = new ArrayList<>();
        for (int i = 0; i < features; i++) {
            row.add(Math.sin(number + i));
        }
        Map<String, Object> body = Map.of(
                "instances", List.of(row),
                "symbol", candles.symbol(),
                "timeframe", candles.timeframe().label(),
                "candleOpenTime", candles.openTime(candle),
                "referencePrice", candles.close(candle));
        JsonNode answer = desk.rest()
                .post(Service.INFERENCE, "/api/v1/models/" + model + "/predict", body)
                .expect(200);
        java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        return answer.path("predictions").path(0).path("predictionId").asText();
    }
}
