package io.tradewind.launcher.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradewind.launcher.fleet.FleetFailure;
import io.tradewind.launcher.layout.ProcessName;
import io.tradewind.launcher.screen.Figures;

/** Shows what the registry holds, gates and all, and has inference serve it. */
final class DeploymentStep {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Stage stage;

    DeploymentStep(Stage stage) {
        this.stage = stage;
    }

    /** What the evaluation says, next to always saying the more frequent direction. */
    List<TrainedModel> showEvaluations(List<TrainedModel> models) {
        stage.screen().heading("Registry: evaluation on candles no model has seen");
        List<List<String>> rows = new ArrayList<>();
        for (TrainedModel model : models) {
            JsonNode evaluation = evaluation(model);
            model.json().set("evaluation", evaluation);
            rows.add(List.of(
                    model.architecture(),
                    version(model).path("status").asText(),
                    model.json().path("bundleDigest").asText().substring(0, 12),
                    evaluation.path("rows").asText(),
                    Figures.percent(Stage.figure(evaluation, "directionalAccuracy")),
                    Figures.percent(Stage.figure(evaluation, "majorityBaseline")),
                    Figures.percent(Stage.figure(evaluation, "standardError")),
                    Figures.decimal(Stage.figure(evaluation, "profitFactor"), 3),
                    Figures.percent(Stage.figure(evaluation, "maxDrawdown")),
                    Figures.decimal(Stage.figure(evaluation, "calibrationError"), 4),
                    passed(evaluation) ? "passed" : "FAILED"));
        }
        stage.screen()
                .table(
                        List.of(
                                "model",
                                "status",
                                "bundle",
                                "rows",
                                "direction",
                                "majority",
                                "std error",
                                "profit f.",
                                "drawdown",
                                "calibration",
                                "gates"),
                        rows);
        models.forEach(this::showFailedGates);
        return models;
    }

    private JsonNode version(TrainedModel model) {
        JsonNode version =
                stage.api().get(ProcessName.REGISTRY, "/api/v1/models/" + model.id() + "/versions/" + model.version());
        if (!version.path("status").asText().equals("READY")) {
            throw new FleetFailure("version " + model.version() + " of " + model.name() + " is "
                    + version.path("status").asText() + ": "
                    + version.path("reason").asText());
        }
        return version;
    }

    private JsonNode evaluation(TrainedModel model) {
        return stage.api()
                .get(
                        ProcessName.REGISTRY,
                        "/api/v1/models/" + model.id() + "/versions/" + model.version() + "/evaluation");
    }

    private static boolean passed(JsonNode evaluation) {
        return evaluation.path("gates").path("passed").asBoolean();
    }

    private void showFailedGates(TrainedModel model) {
        for (JsonNode check : model.json().path("evaluation").path("gates").path("checks")) {
            if (!check.path("passed").asBoolean()) {
                stage.screen()
                        .line("  " + model.architecture() + " fails the gate "
                                + check.path("name").asText() + ": "
                                + check.path("value").asText("no value") + " is not "
                                + check.path("comparison").asText() + " "
                                + check.path("threshold").asText());
            }
        }
    }

    /** Deploys every model; over failed gates only by saying so. */
    List<TrainedModel> deploy(List<TrainedModel> models) {
        stage.screen().heading("Deployment");
        retireEarlier();
        models.forEach(this::request);
        models.forEach(this::awaitActive);
        return models;
    }

    /** Models of earlier demos would predict on the same candles, beside the experiment. */
    private void retireEarlier() {
        JsonNode mine = stage.api().get(ProcessName.REGISTRY, "/api/v1/models?limit=200");
        for (JsonNode model : mine.path("items")) {
            boolean sameMarket =
                    model.path("timeframe").asText().equals(stage.market().timeframe())
                            && contains(model.path("symbols"), stage.market().symbol());
            boolean deployed = model.path("deployment").path("targetVersion").isNumber();
            if (sameMarket && deployed) {
                stage.api()
                        .delete(
                                ProcessName.REGISTRY,
                                "/api/v1/models/" + model.path("id").asText() + "/deployment");
                stage.screen().line("  undeployed " + model.path("name").asText() + ", of an earlier demo");
            }
        }
    }

    private static boolean contains(JsonNode array, String text) {
        for (JsonNode element : array) {
            if (element.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private void request(TrainedModel model) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("version", model.version());
        if (!passed(model.json().path("evaluation"))) {
            request.put("overrideGates", true);
            request.put("reason", "demonstration");
            stage.screen().line("  " + model.architecture() + ": gates overridden, reason: demonstration");
        }
        stage.api().post(ProcessName.REGISTRY, "/api/v1/models/" + model.id() + "/deployment", request);
    }

    private void awaitActive(TrainedModel model) {
        String path = "/api/v1/models/" + model.id() + "/deployment";
        stage.await(model.architecture() + " becomes active", LIMIT, () -> {
            JsonNode deployment = stage.api().get(ProcessName.REGISTRY, path);
            if (deployment.path("status").asText().equals("FAILED")) {
                throw new FleetFailure(model.name() + " was not deployed: "
                        + deployment.path("reason").asText());
            }
            return deployment.path("status").asText().equals("ACTIVE");
        });
        stage.screen().line("  " + model.architecture() + ": version " + model.version() + " is active");
        model.json().set("deployment", stage.api().get(ProcessName.REGISTRY, path));
    }
}
