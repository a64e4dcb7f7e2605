package io.tradewind.registry.bundle;

import io.tradewind.registry.storage.BundleKey;
import io.tradewind.registry.storage.FileName;

/**
 * A file that a client wants to add to a bundle.
 *
 * @param sha256 lower-case hex SHA-256 the client promises
 * @param size bytes the client promises; -1 when it does not say
 */
record Upload(BundleKey key, FileName name, String sha256, long size) {}
