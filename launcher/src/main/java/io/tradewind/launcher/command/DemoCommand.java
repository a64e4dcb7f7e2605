package io.tradewind.launcher.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.tradewind.launcher.demo.Demo;
import io.tradewind.launcher.demo.DemoPlan;
import io.tradewind.launcher.fleet.FleetFailure;
import io.tradewind.launcher.fleet.LocalFleet;
import io.tradewind.launcher.fleet.LocalFleet.Cache;
import io.tradewind.launcher.fleet.ShutdownHooks;
import io.tradewind.market.candle.Timeframe;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description =
                "The whole main job: imports candles, trains an LSTM and an XGBoost model, deploys both, compares them"
                        + " in an experiment on a replayed live market, and shows what came of it.")
final class DemoCommand implements Runnable {
    @Mixin
    private FleetOptions options = new FleetOptions();

    @Mixin
    private HelpOption help = new HelpOption();

    @Option(
            names = "--candles",
            paramLabel = "FILE",
            description = "a CSV of real candles, gzipped or not; the synthetic market when left out")
    private @Nullable Path candles;

    @Option(names = "--symbol", defaultValue = "SYNTH", description = "the market's name (default: SYNTH)")
    private String symbol = "SYNTH";

    @Option(names = "--timeframe", defaultValue = "1h", description = "length of a candle (default: 1h)")
    private String timeframe = "1h";

    @Option(
            names = "--rows",
            defaultValue = "0",
            description = "synthetic candles, or how many of the file's latest (default: 6000, or all)")
    private int rows;

    @Option(
            names = "--seed",
            defaultValue = "42",
            description = "of the synthetic market and of training (default: 42)")
    private long seed = 42;

    @Option(names = "--epochs", defaultValue = "6", description = "most epochs of the LSTM (default: 6)")
    private int epochs = 6;

    @Option(names = "--rounds", defaultValue = "150", description = "most boosting rounds of XGBoost (default: 150)")
    private int rounds = 150;

    @Option(names = "--horizon", defaultValue = "1", description = "candles until a prediction is judged (default: 1)")
    private int horizon = 1;

    @Option(names = "--window", defaultValue = "24", description = "candles the LSTM looks back (default: 24)")
    private int window = 24;

    @Option(
            names = "--units",
            split = ",",
            defaultValue = "32",
            description = "units of each of the LSTM's layers, with commas (default: 32)")
    private List<Integer> units = List.of(32);

    @Option(names = "--features", defaultValue = "stationary", description = "named feature set (default: stationary)")
    private String features = "stationary";

    @Option(
            names = "--speed",
            defaultValue = "0",
            description = "candles a second in the replay (default: as fast as they are predicted on)")
    private double speed;

    @Option(names = "--exit", description = "stops the fleet at the end")
    private boolean exit;

    @Option(names = "--report", paramLabel = "FILE.json", description = "writes everything down for machines")
    private @Nullable Path report;

    @Override
    public void run() {
        DemoPlan plan = new DemoPlan(
                candles,
                symbol,
                Timeframe.parse(timeframe),
                rows,
                seed,
                epochs,
                rounds,
                horizon,
                window,
                units,
                features,
                speed);
        if (candles != null && !candles.toFile().canRead()) {
            throw new FleetFailure("cannot read " + candles);
        }
        LocalFleet fleet = options.fleet();
        options.screen().heading("Fleet");
        long start = System.nanoTime();
        boolean started = fleet.up(Cache.USE) == LocalFleet.Up.STARTED;
        Thread undo = new Thread(fleet::down, "undo-demo");
        if (started) {
            // Ctrl-C leaves nothing running that was not running before.
            Runtime.getRuntime().addShutdownHook(undo);
        }
        try {
            perform(plan, fleet, Duration.ofNanos(System.nanoTime() - start));
        } finally {
            if (started) {
                ShutdownHooks.remove(undo);
            }
            finish(fleet);
        }
    }

    private void perform(DemoPlan plan, LocalFleet fleet, Duration startTook) {
        StatusTable.print(options.screen(), fleet.client().status());
        Demo demo = new Demo(plan, fleet.client()::status, options.home(), options.screen(), Clock.systemUTC());
        demo.noteStep("fleet up", startTook);
        try {
            demo.run();
        } finally {
            if (report != null) {
                demo.write(report);
            }
        }
    }

    private void finish(LocalFleet fleet) {
        if (exit) {
            fleet.down();
        } else {
            options.screen().line("  the fleet is still up: ./fleet status shows it, ./fleet down stops it");
        }
    }
}
