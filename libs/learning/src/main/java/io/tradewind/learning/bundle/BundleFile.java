package io.tradewind.learning.bundle;

/**
 * A file of a bundle.
 *
 * @param sha256 lower-case hex SHA-256 of the file's bytes
 * @param size bytes
 */
public record BundleFile(String name, String sha256, long size) {}
