package io.tradewind.monitoring.drift;

import org.jspecify.annotations.Nullable;

/** Scores measured elsewhere; null where none was. */
public record RecordedDrift(
        @Nullable Double feature,
        @Nullable Double prediction,
        @Nullable Double performance) {}
