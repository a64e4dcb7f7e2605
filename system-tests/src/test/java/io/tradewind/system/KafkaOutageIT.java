package io.tradewind.system;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradewind.market.candle.CandleSeries;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Kafka is away for half a minute while predictions are asked for. */
@ExtendWith(FleetExtension.class)
class KafkaOutageIT {

    private static final int HISTORY = 1_500;
    private static final Duration OUTAGE = Duration.ofSeconds(30);
    private static final Duration PACE = Duration.ofMillis(50);

    private final CandleSeries candles = Markets.hourly("OUTAGE", 43, HISTORY);

    @Test
    void answersAllAlongAndJoinsEveryPredictionAfterwards(Fleet fleet) {
        // Given
        Desk desk = new Desk(fleet.as("frank", "user"));
        desk.importCandles(candles, HISTORY);
        String model = desk.deployedModel("outage", candles, 5);
        JsonNode loaded = loaded(desk, model);

        // When
        fleet.run("stop", "kafka").orFail();
        List<String> answered = new ArrayList<>();
        Instant end = Instant.now().plus(OUTAGE);
        while (Instant.now().isBefore(end)) {
            answered.add(predict(desk, model, loaded, answered.size()));
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
    private String predict(Desk desk, String model, JsonNode loaded, int number) {
        int candle = number % (HISTORY - 10);
        Map<String, Object> body = Map.of(
                "instances", List.of(window(loaded, number)),
                "symbol", candles.symbol(),
                "timeframe", candles.timeframe().label(),
                "candleOpenTime", candles.openTime(candle),
                "referencePrice", candles.close(candle));
        JsonNode answer = desk.rest()
                .post(Service.INFERENCE, "/api/v1/models/" + model + "/predict", body)
                .expect(200);
        Awaitility.await().pollDelay(PACE).until(() -> true);
        return answer.path("predictions").path(0).path("predictionId").asText();
    }

    private static JsonNode loaded(Desk desk, String model) {
        for (JsonNode served : desk.rest()
                .get(Service.INFERENCE, "/api/v1/serving")
                .expect(200)
                .path("models")) {
            if (served.path("modelId").asText().equals(model)) {
                return served.path("loaded");
            }
        }
        throw new AssertionError(model + " is not served");
    }

    /** A tensor of the shape the model wants, different each time. */
    private static List<List<Double>> window(JsonNode loaded, int number) {
        List<List<Double>> rows = new ArrayList<>();
        for (int row = 0; row < loaded.path("window").asInt(); row++) {
            List<Double> values = new ArrayList<>();
            for (int feature = 0; feature < loaded.path("features").asInt(); feature++) {
                values.add(Math.sin(number + row + feature));
            }
            rows.add(values);
        }
        return rows;
    }
}
