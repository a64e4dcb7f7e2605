package io.tradewind.experiment.mlexperiments;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Create an experiment, or control one.
 *
 * @param action create (the default), start, pause, resume, end or variant
 * @param experimentId which one, for everything but create
 * @param userId unit to assign, for variant
 * @param config minSampleSize, primaryMetric (win_rate, accuracy or pnl), symbols, timeframe, trafficSplit (share of the
 *     treatment)
 */
record MlExperimentRequest(
        @Nullable String action,
        @Nullable UUID experimentId,
        @Nullable String name,
        @Nullable String description,
        @Nullable UUID controlModel,
        @Nullable UUID treatmentModel,
        @Nullable String userId,
        @Nullable Map<String, Object> config) {}
