package io.tradewind.launcher.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradewind.launcher.fleet.FleetFailure;
import io.tradewind.launcher.fleet.Pause;
import io.tradewind.launcher.layout.ProcessName;
import io.tradewind.launcher.screen.Figures;

/** Trains both models as jobs, and shows each epoch. */
final class TrainingStep {
    private static final Duration POLL = Duration.ofMillis(300);
    /** Boosting has hundreds of rounds, each no news. */
    private static final int LINES = 15;

    private final Stage stage;
    private final String run;

    /** @param run tells the models of this demo from those of earlier ones */
    TrainingStep(Stage stage, String run) {
        this.stage = stage;
        this.run = run;
    }

    List<TrainedModel> run() {
        stage.screen().heading("Training");
        DemoPlan plan = stage.plan();
        List<Job> jobs = new ArrayList<>();
        jobs.add(submit(
                "LSTM",
                plan.epochs(),
                Map.of("window", plan.window(), "hyperparameters", Map.of("units", plan.units()))));
        jobs.add(submit("XGBOOST", plan.rounds(), Map.of()));
        return jobs.stream().map(this::follow).toList();
    }

    private record Job(String id, String modelId, String modelName, String architecture, int epochs) {}

    private Job submit(String architecture, int epochs, Map<String, Object> more) {
        DemoMarket market = stage.market();
        String name = "demo-" + architecture.toLowerCase(Locale.ROOT) + "-" + run;
        JsonNode model = create(name, architecture);
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("modelId", model.path("id").asText());
        request.put("symbol", market.symbol());
        request.put("timeframe", market.timeframe());
        request.put("from", time(0));
        request.put("to", time(market.split() - 1));
        request.put("horizonBars", stage.plan().horizon());
        request.put("features", Map.of("set", stage.plan().features()));
        request.put("epochs", epochs);
        request.put("seed", stage.plan().seed());
        request.putAll(more);
        JsonNode job = stage.api().post(ProcessName.TRAINING, "/api/v1/training-jobs", request);
        stage.screen()
                .line("  " + architecture + ": model " + name + ", job "
                        + job.path("id").asText());
        return new Job(job.path("id").asText(), model.path("id").asText(), name, architecture, epochs);
    }

    private JsonNode create(String name, String architecture) {
        return stage.api()
                .post(
                        ProcessName.REGISTRY,
                        "/api/v1/models",
                        Map.of(
                                "name",
                                name,
                                "architecture",
                                architecture,
                                "symbols",
                                List.of(stage.market().symbol()),
                                "timeframe",
                                stage.market().timeframe(),
                                "description",
                                "made by ./fleet demo"));
    }

    private String time(int index) {
        return Instant.ofEpochMilli(stage.market().series().openTime(index)).toString();
    }

    private TrainedModel follow(Job job) {
        stage.screen().line("");
        stage.screen().line("  " + job.architecture());
        int shown = 0;
        while (true) {
            JsonNode state = stage.api().get(ProcessName.TRAINING, "/api/v1/training-jobs/" + job.id());
            shown = showEpochs(job, shown);
            switch (state.path("status").asText()) {
                case "SUCCEEDED" -> {
                    return finished(job, state);
                }
                case "FAILED", "CANCELLED" ->
                    throw new FleetFailure(
                            "job " + job.id() + " ended " + state.path("status").asText() + ": "
                                    + state.path("reason").asText());
                default -> showPhase(job, state);
            }
            Pause.of(POLL);
        }
    }

    private void showPhase(Job job, JsonNode state) {
        JsonNode progress = state.path("progress");
        double share = progress.path("epoch").asDouble()
                / Math.max(1, progress.path("epochs").asInt(job.epochs()));
        String phase = state.path("phase").asText(state.path("status").asText()).toLowerCase(Locale.ROOT);
        stage.screen().bar("  " + job.architecture(), share, phase);
    }

    private int showEpochs(Job job, int shown) {
        JsonNode epochs =
                stage.api().get(ProcessName.TRAINING, "/api/v1/training-jobs/" + job.id() + "/epochs?after=" + shown);
        int last = shown;
        for (JsonNode epoch : epochs) {
            last = epoch.path("epoch").asInt();
            int of = epoch.path("epochs").asInt();
            int every = Math.max(1, of / LINES);
            if (last % every == 0 || last == of || last == 1) {
                showEpoch(epoch);
            }
        }
        return last;
    }

    private void showEpoch(JsonNode epoch) {
        stage.screen()
                .line(String.format(
                        Locale.ROOT,
                        "    epoch %3d/%d  loss %.5f  validation loss %s  %,.0f samples/s  ETA %s",
                        epoch.path("epoch").asInt(),
                        epoch.path("epochs").asInt(),
                        epoch.path("trainingLoss").asDouble(),
                        Figures.decimal(Stage.figure(epoch, "validationLoss"), 5),
                        epoch.path("samplesPerSecond").asDouble(),
                        Figures.span(Duration.ofMillis(epoch.path("etaMillis").asLong()))));
    }

    private TrainedModel finished(Job job, JsonNode state) {
        JsonNode progress = state.path("progress");
        if (progress.path("epoch").asInt() < progress.path("epochs").asInt()) {
            stage.screen()
                    .line("    stopped early after epoch "
                            + progress.path("epoch").asInt() + ": the validation loss did not get better");
        }
        int version = state.path("modelVersion").asInt();
        double seconds = seconds(state);
        stage.screen()
                .line("    done in " + Figures.decimal(seconds, 1) + " s: version " + version + ", bundle "
                        + state.path("bundleDigest").asText());
        ObjectNode json = stage.report().list("models").addObject();
        json.put("id", job.modelId()).put("name", job.modelName()).put("architecture", job.architecture());
        json.put("version", version)
                .put("bundleDigest", state.path("bundleDigest").asText());
        json.withObject("/job")
                .put("id", job.id())
                .put("attempt", state.path("attempt").asInt())
                .put("seconds", seconds)
                .setAll(Map.of("progress", state.path("progress"), "metrics", state.path("metrics")));
        return new TrainedModel(
                job.modelId(),
                job.modelName(),
                job.architecture(),
                job.architecture().toLowerCase(Locale.ROOT),
                version,
                json);
    }

    private static double seconds(JsonNode state) {
        Instant from = Instant.parse(state.path("startedAt").asText());
        Instant to = Instant.parse(state.path("finishedAt").asText());
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
