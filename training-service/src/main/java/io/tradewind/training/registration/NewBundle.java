package io.tradewind.training.registration;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A finished bundle that is to become a version.
 *
 * @param digest lower-case hex SHA-256 of its manifest
 * @param key idempotency key the version is made under: the same gives the same version again
 * @param version one that was made for it already
 */
public record NewBundle(UUID jobId, UUID modelId, Path folder, String digest, String key, OptionalInt version) {}
