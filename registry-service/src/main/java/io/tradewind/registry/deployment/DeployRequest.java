package io.tradewind.registry.deployment;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a version to be served.
 *
 * @param expectedVersion the target the client believes is set now; null when it believes there is none
 * @param overrideGates deploys a version whose gates did not pass; needs a reason
 */
public record DeployRequest(
        @NotNull @Min(1) Integer version,
        @Nullable @Min(1) Integer expectedVersion,
        @Nullable Boolean overrideGates,
        @Nullable @Size(max = 1000) String reason) {

    boolean overrides() {
        return Boolean.TRUE.equals(overrideGates);
    }

    boolean hasReason() {
        return reason != null && !reason.isBlank();
    }
}
