package io.tradewind.registry.model;

import org.jspecify.annotations.Nullable;

/**
 * Why a model's row is about to change.
 *
 * @param actor user id, or the service or replica that reported it
 * @param version the version it is about
 */
public record Change(
        ChangeKind kind,
        String actor,
        @Nullable Integer version,
        @Nullable String reason) {

    /** A change that is about the model as a whole. */
    public static Change of(ChangeKind kind, String actor) {
        return new Change(kind, actor, null, null);
    }

    /** A change that is about one version. */
    public static Change of(ChangeKind kind, String actor, int version) {
        return new Change(kind, actor, version, null);
    }

    /** The same change with what its author or the system has to say about it. */
    public Change because(@Nullable String why) {
        return new Change(kind, actor, version, why);
    }
}
