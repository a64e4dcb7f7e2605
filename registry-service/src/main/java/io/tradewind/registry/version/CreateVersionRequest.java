package io.tradewind.registry.version;

import java.util.UUID;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a version before its bundle.
 *
 * @param trainingJobId the job whose product it is to be
 */
public record CreateVersionRequest(
        @Nullable UUID trainingJobId,
        @Nullable @Size(max = 4000) String description) {}
