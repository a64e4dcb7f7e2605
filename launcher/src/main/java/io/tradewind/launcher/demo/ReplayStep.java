package io.tradewind.launcher.demo;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradewind.launcher.fleet.FleetFailure;
import io.tradewind.launcher.fleet.Pause;
import io.tradewind.launcher.layout.ProcessName;
import io.tradewind.launcher.screen.Figures;
import io.tradewind.market.candle.CandleSeries;

/**
 * Plays the last candles as a live market, no faster than inference takes them. On kept data the same candles are played
 * again: models are new, so each candle is predicted on again.
 */
final class ReplayStep {
    private static final int IN_FLIGHT = 200;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration STALL = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Stage stage;
    private final List<TrainedModel> models;
    private final CandleSeries series;
    private final int first;
    private final int count;

    ReplayStep(Stage stage, List<TrainedModel> models) {
        this.stage = stage;
        this.models = models;
        this.series = stage.market().series();
        this.first = stage.market().split();
        this.count = stage.market().live();
    }

    /** Predictions and outcomes of both models together. */
    record Counts(long predictions, long joined) {}

    Counts run() {
        stage.screen().heading("Live market");
        stage.await(
                "inference has the history of " + series.symbol(),
                LIMIT,
                () -> lastOpenTime() >= series.openTime(first - 1));
        long start = System.nanoTime();
        try (CandleFeed feed = new CandleFeed(stage.kafka())) {
            play(feed, start);
        }
        Counts counts = awaitOutcomes();
        double seconds = (System.nanoTime() - start) / 1e9;
        // The last candles of the market never see the end of their horizon.
        long due = Math.max(0, count - stage.plan().horizon());
        stage.screen()
                .line("  " + count + " candles closed, " + counts.predictions() + " predictions, " + counts.joined()
                        + " of " + due + " due outcomes joined, in " + Figures.decimal(seconds, 1) + " s ("
                        + Figures.decimal(count / seconds, 0) + " candles/s)");
        stage.report()
                .part("predictions")
                .put("candles", count)
                .put("sent", counts.predictions())
                .put("joined", counts.joined())
                .put("due", due)
                .put("candlesPerSecond", count / seconds);
        if (counts.predictions() < count || counts.joined() < due) {
            stage.screen()
                    .line("  MISSING: " + (count - counts.predictions()) + " predictions, " + (due - counts.joined())
                            + " outcomes; nothing more came within " + STALL.toSeconds() + " s");
        }
        return counts;
    }

    private void play(CandleFeed feed, long start) {
        feed.close(series, first);
        // On kept data the market's present was somewhere else before.
        stage.await("inference takes the first candle", LIMIT, () -> now() == series.openTime(first));
        int taken = 1;
        long moved = System.nanoTime();
        for (int sent = 1; sent < count || taken < count; ) {
            int before = sent;
            while (sent < count && sent - taken < IN_FLIGHT && sent < allowed(start)) {
                feed.close(series, first + sent++);
            }
            int now = taken();
            if (now > taken || sent > before) {
                moved = System.nanoTime();
            }
            taken = Math.max(taken, Math.min(sent, now));
            if (System.nanoTime() - moved > LIMIT.toNanos()) {
                throw new FleetFailure("inference took no candle for " + LIMIT.toSeconds() + " s after " + taken
                        + " of " + count + "; see ./fleet logs inference");
            }
            stage.screen().bar("  replay", (double) taken / count, taken + "/" + count + " candles");
            Pause.of(POLL);
        }
    }

    /** How many candles may have closed by now at the pace asked for. */
    private double allowed(long start) {
        double speed = stage.plan().speed();
        return speed == 0 ? Double.POSITIVE_INFINITY : 1 + speed * (System.nanoTime() - start) / 1e9;
    }

    private Counts awaitOutcomes() {
        long due = count - stage.plan().horizon();
        Counts counts = counts();
        long moved = System.nanoTime();
        while (counts.predictions() < count || counts.joined() < due) {
            Pause.of(POLL);
            Counts next = counts();
            if (!next.equals(counts)) {
                moved = System.nanoTime();
            }
            counts = next;
            if (System.nanoTime() - moved > STALL.toNanos()) {
                return counts;
            }
            stage.screen().bar("  outcomes", (double) counts.joined() / Math.max(1, due), counts.joined() + "/" + due);
        }
        return counts;
    }

    private Counts counts() {
        long predictions = 0;
        long joined = 0;
        for (TrainedModel model : models) {
            JsonNode coverage = stage.api().get(ProcessName.MONITORING, "/api/v1/models/" + model.id() + "/coverage");
            predictions += coverage.path("predictions").asLong();
            joined += coverage.path("joined").asLong();
        }
        return new Counts(predictions, joined);
    }

    /** How many of the replayed candles inference has taken in. */
    private int taken() {
        int index = Arrays.binarySearch(series.openTimes(), now());
        return index < first ? 0 : index - first + 1;
    }

    private long now() {
        return window().path("now").asLong();
    }

    private long lastOpenTime() {
        return window().path("lastOpenTime").asLong();
    }

    private JsonNode window() {
        JsonNode symbols = stage.api().get(ProcessName.INFERENCE, "/api/v1/symbols");
        for (JsonNode symbol : symbols.has("items") ? symbols.path("items") : symbols) {
            if (symbol.path("symbol").asText().equals(series.symbol())
                    && symbol.path("timeframe")
                            .asText()
                            .equals(series.timeframe().label())) {
                return symbol;
            }
        }
        return symbols.path("absent");
    }
}
