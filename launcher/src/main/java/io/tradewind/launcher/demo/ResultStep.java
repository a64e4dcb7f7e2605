package io.tradewind.launcher.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradewind.launcher.fleet.Pause;
import io.tradewind.launcher.layout.ProcessName;
import io.tradewind.launcher.screen.Figures;

/** Shows what came of it. */
final class ResultStep {
    private static final int LOOKS = 40;
    private static final Duration POLL = Duration.ofMillis(500);

    private final Stage stage;
    private final List<TrainedModel> models;

    ResultStep(Stage stage, List<TrainedModel> models) {
        this.stage = stage;
        this.models = models;
    }

    /** The experiment ends once it has counted what monitoring has; its conclusion is kept. */
    JsonNode showExperiment(String id, ReplayStep.Counts counted) {
        awaitCounted(id, counted);
        stage.api().post(ProcessName.EXPERIMENT, "/api/v1/experiments/" + id + "/stop", Map.of());
        JsonNode results = stage.api().get(ProcessName.EXPERIMENT, "/api/v1/experiments/" + id + "/results");
        stage.screen().heading("Experiment: results");
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode variant : results.path("variants")) {
            JsonNode accuracy = variant.path("accuracy");
            rows.add(List.of(
                    variant.path("name").asText() + (variant.path("control").asBoolean() ? " (control)" : ""),
                    variant.path("predictions").asText(),
                    variant.path("outcomes").asText(),
                    Figures.percent(Stage.figure(accuracy, "mean")),
                    interval(accuracy.path("interval")),
                    Figures.percent(Stage.figure(variant.path("pnl"), "mean")),
                    Figures.percent(Stage.figure(variant.path("pnl"), "sum"))));
        }
        stage.screen()
                .table(List.of("arm", "predictions", "outcomes", "accuracy", "interval", "PnL a trade", "PnL"), rows);
        showTests(results);
        report(results);
        return results;
    }

    /** Monitoring and the experiment service read the same topics, each at its own pace. */
    private void awaitCounted(String id, ReplayStep.Counts counted) {
        String path = "/api/v1/experiments/" + id + "/results";
        for (int look = 0; look < LOOKS; look++) {
            JsonNode variants = stage.api().get(ProcessName.EXPERIMENT, path).path("variants");
            if (sum(variants, "predictions") >= counted.predictions()
                    && sum(variants, "outcomes") >= counted.joined()) {
                return;
            }
            stage.screen().passing("waiting for the experiment to count the last outcomes");
            Pause.of(POLL);
        }
    }

    private static long sum(JsonNode variants, String field) {
        long sum = 0;
        for (JsonNode variant : variants) {
            sum += variant.path(field).asLong();
        }
        return sum;
    }

    private static String interval(JsonNode interval) {
        return "[" + Figures.percent(Stage.figure(interval, "lower")) + ", "
                + Figures.percent(Stage.figure(interval, "upper")) + "]";
    }

    private void showTests(JsonNode results) {
        for (JsonNode test : results.path("tests")) {
            stage.screen()
                    .line("  " + test.path("metric").asText() + " ("
                            + test.path("test").asText() + "): effect "
                            + Figures.decimal(Stage.figure(test, "effect"), 5) + ", p = "
                            + Figures.decimal(Stage.figure(test, "pValue"), 4));
        }
        stage.screen()
                .line("  sample ratio: p = " + Figures.decimal(Stage.figure(results.path("sampleRatio"), "pValue"), 4));
        JsonNode conclusion = results.path("conclusion");
        stage.screen()
                .line("  conclusion: " + conclusion.path("winner").asText() + ". "
                        + conclusion.path("recommendation").asText());
    }

    private void report(JsonNode results) {
        ObjectNode part = stage.report().part("experiment");
        ArrayNode arms = part.putArray("arms");
        for (JsonNode variant : results.path("variants")) {
            arms.addObject()
                    .put("name", variant.path("name").asText())
                    .put("control", variant.path("control").asBoolean())
                    .put("n", variant.path("outcomes").asLong())
                    .put("predictions", variant.path("predictions").asLong())
                    .setAll(Map.of(
                            "mean", variant.path("accuracy").path("mean"),
                            "interval", variant.path("accuracy").path("interval"),
                            "pnl", variant.path("pnl")));
        }
        part.set("tests", results.path("tests"));
        part.set("pValue", primary(results).path("pValue"));
        part.set("sampleRatio", results.path("sampleRatio"));
        part.set("winner", results.path("conclusion").path("winner"));
        part.set("conclusion", results.path("conclusion"));
    }

    /** The test of the metric the experiment is judged by. */
    private static JsonNode primary(JsonNode results) {
        String metric = results.path("primaryMetric").asText("accuracy");
        for (JsonNode test : results.path("tests")) {
            if (test.path("metric").asText().equalsIgnoreCase(metric)) {
                return test;
            }
        }
        return results.path("tests").path(0);
    }

    /** Live metrics, drift and alerts, as monitoring counted them. */
    List<TrainedModel> showModels() {
        stage.screen().heading("Live metrics, profits before costs");
        List<List<String>> rows = new ArrayList<>();
        for (TrainedModel model : models) {
            JsonNode metrics = stage.api().get(ProcessName.MONITORING, "/api/v1/models/" + model.id() + "/metrics");
            model.json().set("metrics", metrics);
            rows.add(metricsRow(model, metrics));
        }
        stage.screen()
                .table(
                        List.of(
                                "model",
                                "predictions",
                                "outcomes",
                                "accuracy",
                                "PnL",
                                "Sharpe",
                                "drawdown",
                                "p50",
                                "p95",
                                "p99"),
                        rows);
        models.forEach(this::reportLatency);
        showDrift();
        showAlerts();
        return models;
    }

    private static List<String> metricsRow(TrainedModel model, JsonNode metrics) {
        return List.of(
                model.architecture(),
                metrics.path("predictionsTotal").asText(),
                metrics.path("n").asText(),
                Figures.percent(Stage.figure(metrics, "accuracy")),
                Figures.percent(Stage.figure(metrics, "totalPnL")),
                Figures.decimal(Stage.figure(metrics, "sharpeRatio"), 2),
                Figures.percent(Stage.figure(metrics, "maxDrawdown")),
                Figures.decimal(Stage.figure(metrics, "p50LatencyMs"), 3) + " ms",
                Figures.decimal(Stage.figure(metrics, "p95LatencyMs"), 3) + " ms",
                Figures.decimal(Stage.figure(metrics, "p99LatencyMs"), 3) + " ms");
    }

    private void reportLatency(TrainedModel model) {
        JsonNode metrics = model.json().path("metrics");
        stage.report()
                .part("latency")
                .withObject("/" + model.variant())
                .setAll(Map.of(
                        "p50Millis", metrics.path("p50LatencyMs"),
                        "p95Millis", metrics.path("p95LatencyMs"),
                        "p99Millis", metrics.path("p99LatencyMs")));
    }

    private void showDrift() {
        stage.screen().heading("Drift against the training data (population stability index)");
        List<List<String>> rows = new ArrayList<>();
        for (TrainedModel model : models) {
            JsonNode drift = drift(model);
            model.json().set("drift", drift);
            JsonNode worst = drift.path("features").path(0);
            rows.add(List.of(
                    model.architecture(),
                    drift.path("status").asText()
                            + (drift.path("reason").isTextual()
                                    ? ": " + drift.path("reason").asText()
                                    : ""),
                    drift.path("rows").asText(),
                    Figures.decimal(Stage.figure(drift, "featureDriftScore"), 4),
                    Figures.decimal(Stage.figure(drift, "predictionDriftScore"), 4),
                    Figures.decimal(Stage.figure(drift, "performanceDriftScore"), 4),
                    worst.isMissingNode()
                            ? "-"
                            : worst.path("name").asText() + " " + Figures.decimal(Stage.figure(worst, "psi"), 3)));
        }
        stage.screen()
                .table(List.of("model", "status", "rows", "features", "outputs", "performance", "most drifted"), rows);
    }

    /** Monitoring fetches a version's reference after its deployment, in its own time. */
    private JsonNode drift(TrainedModel model) {
        String path = "/api/v1/models/" + model.id() + "/drift";
        JsonNode drift = stage.api().get(ProcessName.MONITORING, path);
        for (int look = 0; look < LOOKS && drift.path("status").asText().equals("REFERENCE_PENDING"); look++) {
            stage.screen().passing("waiting for the reference of " + model.architecture());
            Pause.of(POLL);
            drift = stage.api().get(ProcessName.MONITORING, path);
        }
        return drift;
    }

    private void showAlerts() {
        stage.screen().heading("Alerts");
        ArrayNode all = stage.report().list("alerts");
        for (TrainedModel model : models) {
            JsonNode alerts = stage.api().get(ProcessName.MONITORING, "/api/v1/alerts?modelId=" + model.id());
            for (JsonNode alert : alerts.path("items")) {
                all.add(alert);
                stage.screen()
                        .line("  " + model.architecture() + ": "
                                + alert.path("severity").asText() + " "
                                + alert.path("type").asText() + " "
                                + alert.path("status").asText() + ": "
                                + alert.path("message").asText());
            }
        }
        if (all.isEmpty()) {
            stage.screen().line("  none");
        }
    }
}
