package io.tradewind.registry.storage;

import java.util.UUID;

/**
 * Bytes that arrived completely and were forced to disk, but belong to no bundle yet.
 *
 * @param receipt what the store knows them by
 * @param sha256 lower-case hex SHA-256 of the bytes
 */
public record Received(UUID receipt, String sha256, long size) {}
