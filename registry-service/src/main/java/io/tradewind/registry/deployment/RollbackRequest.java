package io.tradewind.registry.deployment;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Asks for what was active before.
 *
 * @param expectedVersion the target the client believes is set now; null when it does not care
 */
public record RollbackRequest(
        @Nullable @Min(1) Integer expectedVersion,
        @Nullable @Size(max = 1000) String reason) {}
