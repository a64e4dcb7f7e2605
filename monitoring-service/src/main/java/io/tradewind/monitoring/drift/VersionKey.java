package io.tradewind.monitoring.drift;

import java.util.Comparator;
import java.util.UUID;

/** One version of one model: what a reference belongs to. */
record VersionKey(UUID modelId, int version) implements Comparable<VersionKey> {

    private static final Comparator<VersionKey> ORDER =
            Comparator.comparing(VersionKey::modelId).thenComparingInt(VersionKey::version);

    @Override
    public int compareTo(VersionKey other) {
        return ORDER.compare(this, other);
    }
}
