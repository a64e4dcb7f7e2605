package io.tradewind.inference.status;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.experiment.ExperimentStatus;
import io.tradewind.contracts.model.DeploymentStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a replica serves.
 *
 * @param caughtUp whether everything that is deployed has been tried
 * @param candlesCaughtUp whether every candle on the topic is in its window
 */
record ServingView(
        String replicaId,
        boolean caughtUp,
        boolean candlesCaughtUp,
        List<Model> models,
        List<Experiment> experiments,
        Journal journal) {

    /**
     * A model that is deployed or answers.
     *
     * @param wantedVersion version that should answer; null when none should
     * @param deploymentRevision deployment that what answers belongs to; 0 when nothing does
     * @param attempts how often the wanted version failed to load
     * @param failure why it did so last; null when it did not
     * @param loaded what answers; null when nothing does
     */
    record Model(
            UUID modelId,
            String name,
            String owner,
            List<String> symbols,
            @Nullable String timeframe,
            DeploymentStatus deploymentStatus,
            @Nullable Integer wantedVersion,
            long deploymentRevision,
            int attempts,
            @Nullable String failure,
            @Nullable Loaded loaded) {}

    /**
     * A version in memory.
     *
     * @param features number of features in a row
     * @param live whether it can predict from candles
     * @param rowMicros median time of one row after warm-up, microseconds
     */
    record Loaded(
            int version,
            String bundleDigest,
            String architecture,
            String task,
            int horizonBars,
            int window,
            int features,
            String featureSchemaHash,
            boolean live,
            double rowMicros,
            long loadMillis,
            Instant loadedAt) {}

    /** An experiment this replica assigns for. */
    record Experiment(
            UUID experimentId, String name, ExperimentStatus status, int phase, long revision, List<Arm> arms) {}

    /**
     * An arm of an experiment.
     *
     * @param pinnedVersion version that alone may answer for it; null when any may
     * @param servedVersion version of its model that is served; null when none is
     * @param refusal why it makes no predictions; null when it can
     */
    record Arm(
            String variant,
            UUID modelId,
            @Nullable Integer pinnedVersion,
            @Nullable Integer servedVersion,
            @Nullable String refusal) {}

    /** Predictions that wait for the broker, and those that never reached it. */
    record Journal(long waiting, long waitingBytes, long dropped) {}
}
