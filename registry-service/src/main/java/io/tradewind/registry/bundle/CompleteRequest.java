package io.tradewind.registry.bundle;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Says that every file of a bundle was uploaded.
 *
 * @param bundleDigest hex SHA-256 of {@code manifest.json}
 */
record CompleteRequest(
        @NotNull @Pattern(regexp = "[0-9a-fA-F]{64}") String bundleDigest) {}
