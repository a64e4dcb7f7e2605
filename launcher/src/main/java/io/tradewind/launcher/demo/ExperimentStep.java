package io.tradewind.launcher.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradewind.launcher.layout.ProcessName;

/** Starts the A/B experiment between the two models. */
final class ExperimentStep {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int FEWEST_OUTCOMES = 100;

    /** What training's gates take off for getting in or out; a round trip in an experiment. */
    private static final double COST_BPS = 5;

    private final Stage stage;
    private final String run;

    ExperimentStep(Stage stage, String run) {
        this.stage = stage;
        this.run = run;
    }

    /** Id of the running experiment, which inference knows of. */
    String run(List<TrainedModel> models) {
        stage.screen().heading("Experiment");
        stopEarlier();
        List<Map<String, Object>> variants =
                models.stream().map(ExperimentStep::variant).toList();
        JsonNode created = stage.api()
                .post(
                        ProcessName.EXPERIMENT,
                        "/api/v1/experiments",
                        Map.of(
                                "name",
                                "demo-" + run,
                                "hypothesis",
                                "boosted trees predict the direction of the next candles better than an LSTM",
                                "unit",
                                "CANDLE",
                                "symbols",
                                List.of(stage.market().symbol()),
                                "timeframe",
                                stage.market().timeframe(),
                                "primaryMetric",
                                "accuracy",
                                "minimumSampleSize",
                                FEWEST_OUTCOMES,
                                "costBps",
                                COST_BPS,
                                "variants",
                                variants));
        String id = created.path("id").asText();
        stage.api().post(ProcessName.EXPERIMENT, "/api/v1/experiments/" + id + "/start", Map.of());
        stage.await("inference assigns for the experiment", LIMIT, () -> isAssigned(id));
        stage.screen()
                .line("  " + id + ": "
                        + models.stream().map(TrainedModel::variant).collect(Collectors.joining(" vs "))
                        + ", half of the candles each, judged by accuracy; profits after %.0f basis points a trade"
                                .formatted(COST_BPS));
        stage.report().part("experiment").put("id", id).put("name", "demo-" + run);
        return id;
    }

    private static Map<String, Object> variant(TrainedModel model) {
        return Map.of(
                "name", model.variant(),
                "modelId", model.id(),
                "weight", 0.5,
                "control", model.variant().equals("lstm"));
    }

    /** Two experiments on one market would both claim its candles. */
    private void stopEarlier() {
        for (String status : List.of("RUNNING", "PAUSED")) {
            JsonNode list = stage.api().get(ProcessName.EXPERIMENT, "/api/v1/experiments?limit=200&status=" + status);
            for (JsonNode experiment : list.path("items")) {
                if (experiment
                        .path("symbols")
                        .toString()
                        .contains("\"" + stage.market().symbol() + "\"")) {
                    String id = experiment.path("id").asText();
                    stage.api().post(ProcessName.EXPERIMENT, "/api/v1/experiments/" + id + "/stop", Map.of());
                    stage.screen().line("  stopped " + experiment.path("name").asText() + ", of an earlier demo");
                }
            }
        }
    }

    private boolean isAssigned(String id) {
        JsonNode serving = stage.api().get(ProcessName.INFERENCE, "/api/v1/serving");
        for (JsonNode experiment : serving.path("experiments")) {
            if (experiment.path("experimentId").asText().equals(id)) {
                return experiment.path("status").asText().equals("RUNNING");
            }
        }
        return false;
    }
}
