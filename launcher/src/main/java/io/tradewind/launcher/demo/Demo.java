package io.tradewind.launcher.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradewind.launcher.layout.FleetHome;
import io.tradewind.launcher.layout.ProcessName;
import io.tradewind.launcher.screen.Figures;
import io.tradewind.launcher.screen.Screen;
import io.tradewind.launcher.secret.SigningKeys;
import io.tradewind.launcher.secret.TokenMint;
import io.tradewind.launcher.status.FleetStatus;

/** The whole main job against a fleet that is up. */
public final class Demo {
    private static final String USER = "demo";
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

    private final DemoPlan plan;
    private final Supplier<FleetStatus> fleet;
    private final FleetHome home;
    private final Screen screen;
    private final DemoReport report;

    /**
     * A demo against this fleet.
     *
     * @param fleet what the fleet says of itself when it is asked
     */
    public Demo(DemoPlan plan, Supplier<FleetStatus> fleet, FleetHome home, Screen screen, Clock clock) {
        this.plan = plan;
        this.fleet = fleet;
        this.home = home;
        this.screen = screen;
        this.report = new DemoReport(clock);
    }

    /** Does everything; answers what it found out, for machines. */
    public JsonNode run() {
        String run = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
                .format(Clock.systemUTC().instant().atOffset(ZoneOffset.UTC));
        FleetStatus status = fleet.get();
        Stage stage = new Stage(
                plan,
                DemoMarket.of(plan),
                api(status),
                status.of(ProcessName.KAFKA).address(),
                screen,
                report);
        step("candles", () -> new CandleStep(stage).run());
        List<TrainedModel> models = step("training", () -> new TrainingStep(stage, run).run());
        DeploymentStep deployment = new DeploymentStep(stage);
        step("evaluation", () -> deployment.showEvaluations(models));
        step("deployment", () -> deployment.deploy(models));
        String experiment = step("experiment", () -> new ExperimentStep(stage, run).run(models));
        ReplayStep.Counts counted = step("replay", () -> new ReplayStep(stage, models).run());
        ResultStep results = new ResultStep(stage, models);
        step("results", () -> {
            results.showExperiment(experiment, counted);
            return results.showModels();
        });
        conclude();
        return report.json();
    }

    private <T> T step(String name, Supplier<T> work) {
        return report.step(name, work);
    }

    private Api api(FleetStatus status) {
        TokenMint mint = new TokenMint(SigningKeys.of(home), Clock.systemUTC());
        return new Api(service -> status.of(service).address(), () -> mint.mint(USER, Set.of("user"), TOKEN_LIFE));
    }

    private void conclude() {
        FleetStatus status = fleet.get();
        report.part("memory").put("peakBytes", status.peakMemoryBytes()).put("bytes", status.memoryBytes());
        for (var process : status.processes()) {
            report.part("processes")
                    .withObject("/" + process.name())
                    .put("startMillis", process.startMillis())
                    .put("restarts", process.restarts())
                    .put("memoryBytes", process.memoryBytes())
                    .put("address", process.address());
        }
        screen.heading("Summary");
        for (JsonNode step : report.list("steps")) {
            screen.line(String.format(
                    Locale.ROOT,
                    "  %-11s %6.1f s",
                    step.path("name").asText(),
                    step.path("seconds").asDouble()));
        }
        screen.line("  peak memory of the fleet " + Figures.memory(status.peakMemoryBytes()));
    }

    /** Notes a step that was done before the demo itself, such as starting the fleet. */
    public void noteStep(String name, Duration took) {
        report.list("steps").addObject().put("name", name).put("seconds", took.toMillis() / 1000.0);
    }

    /** Writes what was found out. */
    public void write(Path file) {
        report.write(file);
        screen.line("  report: " + file);
    }
}
