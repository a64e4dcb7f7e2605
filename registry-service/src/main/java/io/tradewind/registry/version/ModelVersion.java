package io.tradewind.registry.version;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.tradewind.contracts.model.VersionStatus;
import org.jspecify.annotations.Nullable;

/**
 * A version of a model.
 *
 * @param reason why it FAILED
 * @param bundleDigest lower-case hex SHA-256 of its manifest, once READY
 * @param sizeBytes all files of its bundle together, once READY
 * @param manifest {@code manifest.json} of its bundle, once READY
 * @param evaluation {@code evaluation.json} of its bundle, once READY; null when the bundle has none
 */
public record ModelVersion(
        UUID modelId,
        int number,
        VersionStatus status,
        @Nullable String reason,
        String description,
        @Nullable UUID trainingJobId,
        @Nullable String bundleDigest,
        long sizeBytes,
        @Nullable Map<String, Object> manifest,
        @Nullable Map<String, Object> evaluation,
        String createdBy,
        Instant createdAt,
        @Nullable Instant completedAt) {

    /** Whether and how its evaluation passed its gates. */
    public GateVerdict gates() {
        return GateVerdict.of(evaluation);
    }
}
