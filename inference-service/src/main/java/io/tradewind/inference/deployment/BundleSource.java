package io.tradewind.inference.deployment;

import java.nio.file.Path;
import java.util.UUID;

/** Where the files of bundles come from. */
interface BundleSource {

    /** One file of one version's bundle. */
    record RemoteFile(UUID modelId, int version, String name) {}

    /**
     * Streams a file to disk.
     *
     * @param maxBytes the transfer is broken off beyond
     * @return lower-case hex SHA-256 of what arrived
     */
    String download(RemoteFile file, Path target, long maxBytes) throws LoadFailedException;
}
