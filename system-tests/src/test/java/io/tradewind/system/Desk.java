package io.tradewind.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradewind.market.candle.CandleSeries;

/** What a quant does all day: imports candles, trains, deploys, compares. */
final class Desk {

    private final Rest rest;

    Desk(Rest rest) {
        this.rest = rest;
    }

    /** Imports the first {@code rows} candles of the series as a CSV file. */
    JsonNode importCandles(CandleSeries series, int rows) {
        StringBuilder csv = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (int i = 0; i < rows; i++) {
            csv.append(Instant.ofEpochMilli(series.openTime(i)))
                    .append(',')
                    .append(series.open(i))
                    .append(',')
                    .append(series.high(i))
                    .append(',')
                    .append(series.low(i))
                    .append(',')
                    .append(series.close(i))
                    .append(',')
                    .append(series.volume(i))
                    .append('\n');
        }
        String path = "/api/v1/candles?symbol=" + series.symbol() + "&timeframe="
                + series.timeframe().label();
        return rest.post(Service.TRAINING, path, "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8))
                .expect(200);
    }

    String createModel(String name, CandleSeries series) {
        return rest.post(
                        Service.REGISTRY,
                        "/api/v1/models",
                        Map.of(
                                "name",
                                name,
                                "architecture",
                                "XGBOOST",
                                "symbols",
                                List.of(series.symbol()),
                                "timeframe",
                                series.timeframe().label()))
                .expect(201)
                .path("id")
                .asText();
    }

    /** Queues a small boosting job and answers its id. */
    String train(String modelId, CandleSeries series, long seed) {
        Map<String, Object> job = new HashMap<>();
        job.put("modelId", modelId);
        job.put("symbol", series.symbol());
        job.put("timeframe", series.timeframe().label());
        job.put("horizonBars", 1);
        job.put("epochs", 20);
        job.put("seed", seed);
        return rest.post(Service.TRAINING, "/api/v1/training-jobs", job)
                .expect(202)
                .path("id")
                .asText();
    }

    JsonNode job(String jobId) {
        return rest.get(Service.TRAINING, "/api/v1/training-jobs/" + jobId).expect(200);
    }

    /** Waits for the job's terminal state. */
    JsonNode finished(String jobId) {
        Eventually.within(Duration.ofMinutes(3))
                .until("job " + jobId + " ends", () -> Set.of("SUCCEEDED", "FAILED", "CANCELLED")
                        .contains(job(jobId).path("status").asText()));
        return job(jobId);
    }

    /** Deploys a version and waits until inference serves it. */
    void deploy(String modelId, int version) {
        rest.post(
                        Service.REGISTRY,
                        "/api/v1/models/" + modelId + "/deployment",
                        Map.of("version", version, "overrideGates", true, "reason", "small slice of a system test"))
                .expect(202);
        Eventually.within(Duration.ofSeconds(60)).until("deployment of " + modelId, () -> rest.get(
                        Service.REGISTRY, "/api/v1/models/" + modelId + "/deployment")
                .expect(200)
                .path("status")
                .asText()
                .equals("ACTIVE"));
    }

    /** A model trained on the imported candles and served. */
    String deployedModel(String name, CandleSeries series, long seed) {
        String modelId = createModel(name, series);
        JsonNode job = finished(train(modelId, series, seed));
        if (!job.path("status").asText().equals("SUCCEEDED")) {
            throw new AssertionError("training failed: " + job);
        }
        deploy(modelId, job.path("modelVersion").asInt());
        return modelId;
    }

    String startExperiment(String name, CandleSeries series, String control, String treatment) {
        Map<String, Object> body = Map.of(
                "name",
                name,
                "unit",
                "CANDLE",
                "symbols",
                List.of(series.symbol()),
                "timeframe",
                series.timeframe().label(),
                "primaryMetric",
                "accuracy",
                "minimumSampleSize",
                50,
                "variants",
                List.of(
                        Map.of("name", "control", "modelId", control, "weight", 0.5, "control", true),
                        Map.of("name", "treatment", "modelId", treatment, "weight", 0.5, "control", false)));
        String id = rest.post(Service.EXPERIMENT, "/api/v1/experiments", body)
                .expect(201)
                .path("id")
                .asText();
        rest.post(Service.EXPERIMENT, "/api/v1/experiments/" + id + "/start", Map.of())
                .expect(200);
        return id;
    }

    JsonNode coverage(String modelId) {
        return rest.get(Service.MONITORING, "/api/v1/models/" + modelId + "/coverage")
                .expect(200);
    }

    JsonNode results(String experimentId) {
        return rest.get(Service.EXPERIMENT, "/api/v1/experiments/" + experimentId + "/results")
                .expect(200);
    }

    Rest rest() {
        return rest;
    }
}
