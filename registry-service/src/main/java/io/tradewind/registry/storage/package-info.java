/**
 * Where the bytes of bundles lie: a port with staging, publishing and ranged reads, and its implementation on a folder.
 * File work runs on a bounded pool of its own and never on the event loop. Owns the folder
 * {@code registry.storage.folder}; knows nothing of models beyond their ids and publishes nothing.
 */
@NullMarked
package io.tradewind.registry.storage;

import org.jspecify.annotations.NullMarked;
