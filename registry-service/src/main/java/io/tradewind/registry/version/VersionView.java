package io.tradewind.registry.version;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.tradewind.contracts.model.VersionStatus;
import org.jspecify.annotations.Nullable;

/**
 * A version as clients see it.
 *
 * @param gatesPassed null until there is an evaluation with gates
 */
public record VersionView(
        UUID modelId,
        int version,
        VersionStatus status,
        @Nullable String reason,
        String description,
        @Nullable UUID trainingJobId,
        @Nullable String bundleDigest,
        long sizeBytes,
        @Nullable Boolean gatesPassed,
        List<Map<String, Object>> failedChecks,
        @Nullable Map<String, Object> manifest,
        String createdBy,
        Instant createdAt,
        @Nullable Instant completedAt) {

    /** Shows a version whole. */
    public static VersionView of(ModelVersion version) {
        return of(version, version.manifest());
    }

    /** Shows a version without its manifest, as lists do. */
    public static VersionView summary(ModelVersion version) {
        return of(version, null);
    }

    private static VersionView of(ModelVersion version, @Nullable Map<String, Object> manifest) {
        return new VersionView(
                version.modelId(),
                version.number(),
                version.status(),
                version.reason(),
                version.description(),
                version.trainingJobId(),
                version.bundleDigest(),
                version.sizeBytes(),
                passed(version.gates()),
                failedChecks(version.gates()),
                manifest,
                version.createdBy(),
                version.createdAt(),
                version.completedAt());
    }

    private static @Nullable Boolean passed(GateVerdict verdict) {
        return switch (verdict) {
            case GateVerdict.Passed passed -> Boolean.TRUE;
            case GateVerdict.Failed failed -> Boolean.FALSE;
            case GateVerdict.Missing missing -> null;
        };
    }

    private static List<Map<String, Object>> failedChecks(GateVerdict verdict) {
        return verdict instanceof GateVerdict.Failed failed ? failed.checks() : List.of();
    }
}
