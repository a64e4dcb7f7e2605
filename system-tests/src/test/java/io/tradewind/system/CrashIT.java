package io.tradewind.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradewind.market.candle.CandleSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Every service is killed without warning in the middle of the main job; nothing acknowledged is lost or counted twice. */
@ExtendWith(FleetExtension.class)
class CrashIT {

    private static final int HISTORY = 2_000;
    private static final int LIVE = 500;

    private final CandleSeries candles = Markets.hourly("CRASH", 41, HISTORY + LIVE);

    @Test
    void countsEveryPredictionExactlyOnceThoughEveryServiceIsKilledOnce(Fleet fleet) {
        // Given
        Desk desk = new Desk(fleet.as("carol", "user"));
        desk.importCandles(candles, HISTORY);
        String control = desk.deployedModel("crash-control", candles, 1);
        String treatment = desk.deployedModel("crash-treatment", candles, 2);
        String experiment = desk.startExperiment("crash", candles, control, treatment);

        // When
        replayWhileKilling(fleet);

        // Then
        Eventually.within(Duration.ofMinutes(2)).passes(() -> {
            JsonNode first = desk.coverage(control);
            JsonNode second = desk.coverage(treatment);
            assertThat(sum("predictions", first, second)).isEqualTo(LIVE);
            assertThat(sum("joined", first, second)).isEqualTo(LIVE - 1L);
            JsonNode results = desk.results(experiment);
            assertThat(sumOfVariants(results, "predictions")).isEqualTo(LIVE);
            assertThat(sumOfVariants(results, "outcomes")).isEqualTo(LIVE - 1L);
            for (JsonNode variant : results.path("variants")) {
                String model = variant.path("control").asBoolean() ? control : treatment;
                assertThat(variant.path("predictions").asLong())
                        .as(
                                "both services count the same predictions of %s",
                                variant.path("name").asText())
                        .isEqualTo(desk.coverage(model).path("predictions").asLong());
            }
        });
    }

    @Test
    void keepsEveryAcknowledgedModelWhenTheRegistryIsKilledWhileTheyAreCreated(Fleet fleet) {
        // Given
        Desk desk = new Desk(fleet.as("dave", "user"));
        List<String> acknowledged = new ArrayList<>();

        // When
        Thread writer = Thread.ofVirtual().start(() -> createUntilRefused(desk, acknowledged));
        Eventually.within(Duration.ofSeconds(30)).until("some models exist", () -> size(acknowledged) >= 20);
        fleet.kill(Service.REGISTRY);
        joined(writer);

        // Then
        for (String id : acknowledged) {
            assertThat(desk.rest().get(Service.REGISTRY, "/api/v1/models/" + id).status())
                    .isEqualTo(200);
        }
        assertThat(desk.rest()
                        .get(Service.REGISTRY, "/api/v1/models?limit=200")
                        .expect(200)
                        .path("items")
                        .size())
                .isGreaterThanOrEqualTo(Math.min(200, acknowledged.size()));
    }

    @Test
    void endsAJobWhoseServiceWasKilledInsteadOfLeavingItStuck(Fleet fleet) {
        // Given
        CandleSeries series = Markets.named("CRASHJOB", candles);
        Desk desk = new Desk(fleet.as("erin", "user"));
        JsonNode report = desk.importCandles(series, HISTORY);
        String model = desk.createModel("crash-job", series);
        String job = desk.train(model, series, 3);
        Eventually.within(Duration.ofSeconds(60))
                .until(
                        "the job runs",
                        () -> desk.job(job).path("status").asText().equals("RUNNING"));

        // When
        fleet.kill(Service.TRAINING);

        // Then
        JsonNode ended = desk.finished(job);
        assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
        assertThat(desk.rest()
                        .get(Service.REGISTRY, "/api/v1/models/" + model + "/versions")
                        .expect(200)
                        .path("items")
                        .findValuesAsText("status"))
                .filteredOn("READY"::equals)
                .hasSize(1);
        assertThat(report.path("accepted").asInt()).isEqualTo(HISTORY);
        assertThat(storedCandles(desk, series)).isEqualTo(HISTORY);
    }

    /** Plays the live candles and kills one service after each sixth of them. */
    private void replayWhileKilling(Fleet fleet) {
        Service[] victims = Service.values();
        int leg = LIVE / (victims.length + 1);
        try (LiveMarket market = new LiveMarket(fleet.kafka())) {
            for (int i = 0; i < LIVE; i++) {
                market.close(candles, HISTORY + i);
                if (i % leg == leg - 1 && i / leg < victims.length) {
                    fleet.kill(victims[i / leg]);
                }
            }
            market.flush();
        }
    }

    private static void createUntilRefused(Desk desk, List<String> acknowledged) {
        for (int i = 0; i < 2_000; i++) {
            JsonNode created;
            try {
                created = desk.rest()
                        .post(
                                Service.REGISTRY,
                                "/api/v1/models",
                                Map.of("name", "crash-" + i, "architecture", "XGBOOST"))
                        .expect(201);
            } catch (AssertionError refused) {
                return;
            }
            synchronized (acknowledged) {
                acknowledged.add(created.path("id").asText());
            }
        }
    }

    private static int size(List<String> acknowledged) {
        synchronized (acknowledged) {
            return acknowledged.size();
        }
    }

    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static long storedCandles(Desk desk, CandleSeries series) {
        for (JsonNode stored : desk.rest()
                .get(Service.TRAINING, "/api/v1/candle-series")
                .expect(200)
                .path("items")) {
            if (stored.path("symbol").asText().equals(series.symbol())) {
                return stored.path("candles").asLong();
            }
        }
        return 0;
    }

    private static long sum(String field, JsonNode first, JsonNode second) {
        return first.path(field).asLong() + second.path(field).asLong();
    }

    private static long sumOfVariants(JsonNode results, String field) {
        long sum = 0;
        for (JsonNode variant : results.path("variants")) {
            sum += variant.path(field).asLong();
        }
        return sum;
    }
}
