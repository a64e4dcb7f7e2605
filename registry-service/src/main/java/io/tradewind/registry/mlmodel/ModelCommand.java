package io.tradewind.registry.mlmodel;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a model.
 *
 * @param action {@code activate}, {@code deactivate} or {@code validate}
 * @param version the newest verified one when absent
 */
record ModelCommand(
        @NotNull UUID id,
        @NotBlank String action,
        @Nullable Integer version,
        @Nullable Boolean overrideGates,
        @Nullable String reason) {}
