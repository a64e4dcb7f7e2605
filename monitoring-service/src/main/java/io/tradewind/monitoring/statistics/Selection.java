package io.tradewind.monitoring.statistics;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which predictions of a model are looked at.
 *
 * @param version null for all versions together
 * @param variant null for all variants together, empty for predictions outside experiments
 * @param from start by prediction time, rounded down to the hour; null for all there is
 * @param to end by prediction time, exclusive; null for no end
 */
public record Selection(
        UUID modelId,
        @Nullable Integer version,
        @Nullable String variant,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Everything a cohort ever did. */
    public static Selection of(Cohort cohort) {
        return new Selection(cohort.modelId(), cohort.version(), cohort.variant(), null, null);
    }

    /** The same predictions, from this time on. */
    public Selection since(@Nullable Instant start) {
        return new Selection(modelId, version, variant, start, to);
    }

    /** First hour of the selection, milliseconds since the epoch. */
    public long fromHour() {
        return from == null ? Long.MIN_VALUE : from.toEpochMilli() - Math.floorMod(from.toEpochMilli(), hour());
    }

    long toHour() {
        return to == null ? Long.MAX_VALUE : to.toEpochMilli();
    }

    private static long hour() {
        return WindowKey.HOUR_MILLIS;
    }
}
