package io.tradewind.registry.version;

import java.time.Instant;

/**
 * A file of a version's bundle.
 *
 * @param sha256 lower-case hex SHA-256 of its bytes
 */
public record VersionFile(String name, String sha256, long size, Instant uploadedAt) {}
