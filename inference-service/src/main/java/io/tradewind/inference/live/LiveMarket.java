package io.tradewind.inference.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tradewind.contracts.Topic;
import io.tradewind.contracts.market.CandleClosed;
import io.tradewind.contracts.market.CandleOrigin;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.inference.deployment.DeploymentService;
import io.tradewind.inference.experiment.Arm;
import io.tradewind.inference.experiment.ExperimentFeed;
import io.tradewind.inference.experiment.Subject;
import io.tradewind.inference.journal.PredictionJournal;
import io.tradewind.inference.live.CandleHistory.Room;
import io.tradewind.inference.storage.ReplicaStorage;
import io.tradewind.kit.broadcast.Broadcast;
import io.tradewind.kit.broadcast.BroadcastReader;
import io.tradewind.kit.inbox.Received;
import io.tradewind.kit.runtime.Housekeeping;
import io.tradewind.market.feature.FeatureSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows the topic of candles from its start: all of them fill windows, those that close now are predicted on.
 *
 * <p>The reader's thread does the work itself. While it predicts it reads no further, which is all the back-pressure
 * there has to be.
 */
@ApplicationScoped
public class LiveMarket {

    private static final Logger LOG = Logger.getLogger(LiveMarket.class);
    private static final long JOURNAL_SECONDS = 60;
    private static final Duration CURSOR_CHECK = Duration.ofSeconds(1);

    private final LiveConfig config;
    private final LivePredictions predictions;
    private final PredictionJournal journal;
    private final DeploymentService deployments;
    private final ExperimentFeed experiments;
    private final Broadcast broadcast;
    private final LiveMetrics metrics;
    private final Housekeeping housekeeping;
    private final LiveCursor cursor;
    private final ConcurrentHashMap<SeriesKey, SeriesWindow> series = new ConcurrentHashMap<>();
    private volatile @Nullable BroadcastReader reader;
    private volatile boolean stopping;
    private boolean ready;
    /** In all series; touched by the reader's thread alone. */
    private long candles;

    LiveMarket(
            LiveConfig config,
            LivePredictions predictions,
            PredictionJournal journal,
            DeploymentService deployments,
            ExperimentFeed experiments,
            Broadcast broadcast,
            LiveMetrics metrics,
            Housekeeping housekeeping,
            ReplicaStorage storage) {
        this.config = config;
        this.predictions = predictions;
        this.journal = journal;
        this.deployments = deployments;
        this.experiments = experiments;
        this.broadcast = broadcast;
        this.metrics = metrics;
        this.housekeeping = housekeeping;
        this.cursor = new LiveCursor(storage.file("live-cursor.json"));
    }

    void start(@Observes StartupEvent event) {
        reader = broadcast.read(Set.of(Topic.CANDLES), this::received);
        housekeeping.every(CURSOR_CHECK, "live cursor", this::begin);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        BroadcastReader present = reader;
        if (present != null) {
            present.close();
        }
    }

    /** From now on candles are news, in every later life too: also where the topic had none to move the cursor. */
    private void begin() {
        if (caughtUp()) {
            cursor.begin();
        }
    }

    private void received(List<Received> events) {
        List<PredictionMade> made = new ArrayList<>();
        Map<Integer, Long> offsets = new HashMap<>();
        for (Received received : events) {
            if (received.event() instanceof CandleClosed candle) {
                made.addAll(take(candle, isNews(received)));
            }
            offsets.merge(received.partition(), received.offset(), Math::max);
        }
        metrics.candles(events.size());
        if (!made.isEmpty()) {
            awaitStored(made);
        }
        cursor.advance(offsets);
    }

    /** Not what an earlier life dealt with, nor, for a replica without one, what was there before it. */
    private boolean isNews(Received received) {
        return !cursor.passed(received.partition(), received.offset()) && (!cursor.fresh() || caughtUp());
    }

    private List<PredictionMade> take(CandleClosed candle, boolean isNews) {
        var figures = new CandleHistory.Candle(
                candle.openTime(), candle.open(), candle.high(), candle.low(), candle.close(), candle.volume());
        if (!figures.usable()) {
            metrics.refused("unusable");
            return List.of();
        }
        Optional<SeriesWindow> window = window(new SeriesKey(candle.symbol(), candle.timeframe()));
        if (window.isEmpty()) {
            metrics.refused("too-many-series");
            return List.of();
        }
        CandleHistory.Change change = put(window.get(), figures, candle.origin());
        if (candle.origin() != CandleOrigin.LIVE || !isNews || change == CandleHistory.Change.TOO_OLD) {
            return List.of();
        }
        awaitReady();
        return predictions.onCandle(window.get(), candle.openTime());
    }

    private CandleHistory.Change put(SeriesWindow window, CandleHistory.Candle candle, CandleOrigin origin) {
        int before = window.size();
        Room room = candles < config.maxCandles() ? Room.GROW : Room.KEEP_SIZE;
        CandleHistory.Change change = window.put(candle, origin, room);
        candles += window.size() - before;
        return change;
    }

    private Optional<SeriesWindow> window(SeriesKey key) {
        SeriesWindow known = series.get(key);
        if (known == null && series.size() < config.maxSeries()) {
            known = series.computeIfAbsent(key, k -> new SeriesWindow(k, config.history()));
        }
        return Optional.ofNullable(known);
    }

    /** Once after a start: what is deployed and which experiments run must be known before anything is predicted. */
    private void awaitReady() {
        long until = System.nanoTime() + config.startWait().toNanos();
        while (!ready && !stopping) {
            ready = deployments.caughtUp() && experiments.caughtUp() || System.nanoTime() > until;
            if (!ready) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    private void awaitStored(List<PredictionMade> made) {
        try {
            journal.store(made).toCompletableFuture().get(JOURNAL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before predictions were on disk", e);
        } catch (ExecutionException | TimeoutException e) {
            LOG.errorf(e, "%d predictions may not be on disk", made.size());
        }
    }

    /** Whether every candle that was on the topic at the start is in its window. */
    public boolean caughtUp() {
        BroadcastReader present = reader;
        return present != null && present.caughtUp();
    }

    /** Every series, by symbol and timeframe. */
    public List<SeriesSummary> series() {
        return series.values().stream()
                .map(SeriesWindow::summary)
                .sorted(Comparator.comparing(SeriesSummary::symbol).thenComparing(SeriesSummary::timeframe))
                .toList();
    }

    /** Loaded models meant for a market. */
    public List<Candidate> candidates(String symbol, String timeframe) {
        return predictions.candidates(new SeriesKey(symbol, timeframe));
    }

    /** One model's prediction on a known candle, the same as if the candle had just closed; computes. */
    public Optional<PredictionMade> predict(Subject candle, UUID modelId, @Nullable Arm arm) {
        return find(String.valueOf(candle.symbol()), String.valueOf(candle.timeframe()))
                .flatMap(window -> predictions.onCandle(window, candle, modelId, arm));
    }

    private Optional<SeriesWindow> find(String symbol, String timeframe) {
        return Optional.ofNullable(series.get(new SeriesKey(symbol, timeframe)));
    }

    /** Features as of a market's present, NaN where there is no value yet; empty for unknown markets. */
    public Optional<MarketInputs> rowNow(String symbol, String timeframe, FeatureSet features) {
        return find(symbol, timeframe).flatMap(window -> window.rowNow(features));
    }
}
