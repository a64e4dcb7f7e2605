package io.tradewind.monitoring.drift;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tradewind.monitoring.statistics.Arithmetic;
import io.tradewind.monitoring.statistics.Cohort;
import io.tradewind.monitoring.statistics.Performance;
import io.tradewind.monitoring.statistics.Selection;
import io.tradewind.monitoring.statistics.WindowKey;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;

/** Counts what models see and say on their references' bins, and scores it. */
@Singleton
public class DriftService {

    // Taken and counted in one transaction: so few that it is a short one.
    private static final int CHUNK = 500;

    private final References references;
    private final DriftWindows windows;
    private final PendingObservations pending;
    private final RecordedDrifts recorded;
    private final Pool pool;
    private final Arithmetic arithmetic;
    private final DriftConfig config;
    private final Counter dropped;

    DriftService(
            References references,
            DriftWindows windows,
            PendingObservations pending,
            RecordedDrifts recorded,
            Pool pool,
            Arithmetic arithmetic,
            DriftConfig config,
            MeterRegistry metrics) {
        this.references = references;
        this.windows = windows;
        this.pending = pending;
        this.recorded = recorded;
        this.pool = pool;
        this.arithmetic = arithmetic;
        this.config = config;
        this.dropped = Counter.builder("tradewind.monitoring.drift.rows.dropped")
                .description("Rows not counted for drift because their reference stayed away too long")
                .register(metrics);
    }

    /** Counts observations as part of a transaction; those whose reference is not here yet are kept for later. */
    public Uni<Void> observe(SqlConnection tx, List<Observation> observations) {
        if (observations.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return arithmetic.compute(() -> byVersion(observations)).chain(byVersion -> references
                .require(tx, byVersion.keySet())
                .chain(states -> take(tx, byVersion, states)));
    }

    /** Scores of a version, from rows of the selection. */
    public Uni<DriftReport> report(Selection selection, int version, Performance live) {
        VersionKey key = new VersionKey(selection.modelId(), version);
        return references
                .state(key)
                .flatMap(state -> switch (state) {
                    case ReferenceState.Ready known ->
                        windows.read(
                                        key,
                                        selection.variant(),
                                        selection.fromHour(),
                                        known.reference().bins())
                                .chain(histogram -> arithmetic.compute(() -> new Scoring(selection, version, config)
                                        .scored(known.reference(), histogram, live)));
                    case ReferenceState.Wanted wanted ->
                        Uni.createFrom()
                                .item(new Scoring(selection, version, config)
                                        .unscored(
                                                DriftStatus.REFERENCE_PENDING,
                                                "the version's reference has not been fetched yet",
                                                live));
                    case ReferenceState.Absent absent ->
                        Uni.createFrom()
                                .item(new Scoring(selection, version, config)
                                        .unscored(DriftStatus.NO_REFERENCE, absent.reason(), live));
                })
                .flatMap(report -> report.status() == DriftStatus.SCORED
                        ? Uni.createFrom().item(report)
                        : orRecorded(key, report));
    }

    /** Keeps scores that were measured elsewhere; they are shown where there are no scores of our own. */
    public Uni<Void> record(Cohort cohort, RecordedDrift scores, String recordedBy) {
        return recorded.store(cohort, scores, recordedBy);
    }

    /** Counts what was kept for references that are here now, and lets go of what waits for one that does not exist. */
    Uni<Void> countPending() {
        return pending.versionsToCount()
                .onItem()
                .transformToMulti(versions -> Multi.createFrom().iterable(versions))
                .onItem()
                .transformToUniAndConcatenate(this::countPending)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static SortedMap<VersionKey, List<Observation>> byVersion(List<Observation> observations) {
        return observations.stream()
                .collect(Collectors.groupingBy(Observation::version, TreeMap::new, Collectors.toList()));
    }

    private Uni<Void> take(
            SqlConnection tx, Map<VersionKey, List<Observation>> byVersion, Map<VersionKey, ReferenceState> states) {
        Uni<Void> kept = Uni.createFrom().voidItem();
        for (Map.Entry<VersionKey, List<Observation>> entry : byVersion.entrySet()) {
            if (states.get(entry.getKey()) instanceof ReferenceState.Wanted) {
                kept = kept.chain(() -> keep(tx, entry.getKey(), entry.getValue()));
            }
        }
        Uni<Void> keeping = kept;
        return arithmetic
                .compute(() -> counted(byVersion, states))
                .chain(counted -> windows.add(tx, counted))
                .chain(() -> keeping);
    }

    private static SortedMap<WindowKey, DriftWindows.Histogram> counted(
            Map<VersionKey, List<Observation>> byVersion, Map<VersionKey, ReferenceState> states) {
        SortedMap<WindowKey, DriftWindows.Histogram> counted = new TreeMap<>();
        byVersion.forEach((version, rows) -> {
            if (states.get(version) instanceof ReferenceState.Ready known) {
                counted.putAll(count(known.reference(), rows));
            }
        });
        return counted;
    }

    private Uni<Void> countPending(VersionKey version) {
        return references
                .state(version)
                .flatMap(state -> pool.withTransaction(tx -> pending.take(tx, version, CHUNK)
                        .call(rows -> state instanceof ReferenceState.Ready known
                                ? arithmetic
                                        .compute(() -> count(known.reference(), rows))
                                        .chain(counted -> windows.add(tx, counted))
                                : Uni.createFrom().voidItem())))
                .chain(rows -> rows.size() < CHUNK ? Uni.createFrom().voidItem() : countPending(version));
    }

    private Uni<Void> keep(SqlConnection tx, VersionKey version, List<Observation> rows) {
        return pending.count(tx, version, config.pendingRows()).flatMap(present -> {
            int room = Math.max(0, config.pendingRows() - present);
            List<Observation> kept = rows.subList(0, Math.min(room, rows.size()));
            dropped.increment(rows.size() - kept.size());
            return kept.isEmpty() ? Uni.createFrom().voidItem() : pending.add(tx, kept);
        });
    }

    private Uni<DriftReport> orRecorded(VersionKey version, DriftReport report) {
        return recorded.find(version, report.variant())
                .map(found -> found.map(report::recorded).orElse(report));
    }

    private static SortedMap<WindowKey, DriftWindows.Histogram> count(
            DriftReference reference, List<Observation> observations) {
        SortedMap<WindowKey, DriftWindows.Histogram> histograms = new TreeMap<>();
        observations.stream()
                .collect(Collectors.groupingBy(Observation::window))
                .forEach((window, rows) -> {
                    long[] counts = new long[reference.bins()];
                    rows.forEach(row -> reference.count(row, counts));
                    histograms.put(window, new DriftWindows.Histogram(rows.size(), counts));
                });
        return histograms;
    }
}
