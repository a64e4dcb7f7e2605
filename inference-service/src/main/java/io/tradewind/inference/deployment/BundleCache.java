package io.tradewind.inference.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.tradewind.inference.deployment.LoadFailedException.Kind;
import io.tradewind.learning.bundle.Bundle;
import io.tradewind.learning.bundle.BundleFile;
import io.tradewind.learning.bundle.BundleRefusedException;
import io.tradewind.learning.bundle.BundleRules;

/**
 * Bundles on disk, each in a directory named after its digest. A bundle appears there in one step, complete and
 * verified, so a crash in the middle of a download leaves nothing that looks like a bundle.
 */
final class BundleCache {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final long MAX_MANIFEST_BYTES = 4 << 20;

    /** Limits in bytes. */
    record Limits(long bundleBytes, long cacheBytes) {}

    private final Path bundles;
    private final Path incoming;
    private final BundleSource source;
    private final Limits limits;

    BundleCache(Path root, BundleSource source, Limits limits) throws IOException {
        this.bundles = Files.createDirectories(root.resolve("bundles"));
        this.incoming = root.resolve("incoming");
        this.source = source;
        this.limits = limits;
        deleteTree(incoming);
        Files.createDirectories(incoming);
    }

    /** The verified bundle, from disk where it is there, else from the registry. */
    Bundle get(UUID modelId, WantedVersion wanted) throws LoadFailedException {
        if (!DIGEST.matcher(wanted.bundleDigest()).matches()) {
            throw new LoadFailedException(
                    Kind.PERMANENT, "bundle digest must be 64 hex digits, was " + wanted.bundleDigest());
        }
        try {
            Path directory = bundles.resolve(wanted.bundleDigest());
            if (!intact(directory)) {
                deleteTree(directory);
                fetch(modelId, wanted, directory);
            }
            Files.setLastModifiedTime(directory, FileTime.from(Instant.now()));
            return open(directory, wanted);
        } catch (IOException e) {
            throw new LoadFailedException(Kind.TRANSIENT, "the bundle cache cannot be used: " + e, e);
        }
    }

    private static boolean intact(Path directory) {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try {
            Bundle.open(directory, directory.getFileName().toString());
            return true;
        } catch (BundleRefusedException spoiltOnDisk) {
            return false;
        }
    }

    private static Bundle open(Path directory, WantedVersion wanted) throws LoadFailedException {
        try {
            return Bundle.open(directory, wanted.bundleDigest());
        } catch (BundleRefusedException e) {
            throw new LoadFailedException(Kind.PERMANENT, "the bundle is refused: " + e.getMessage(), e);
        }
    }

    private void fetch(UUID modelId, WantedVersion wanted, Path target) throws LoadFailedException, IOException {
        Path directory =
                Files.createDirectories(incoming.resolve(UUID.randomUUID().toString()));
        try {
            fetchFiles(modelId, wanted, directory);
            open(directory, wanted);
            Files.move(directory, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            deleteTree(directory);
        }
    }

    private void fetchFiles(UUID modelId, WantedVersion wanted, Path directory)
            throws LoadFailedException, IOException {
        Path manifest = directory.resolve(Bundle.MANIFEST);
        var remote = new BundleSource.RemoteFile(modelId, wanted.version(), Bundle.MANIFEST);
        requireDigest(Bundle.MANIFEST, wanted.bundleDigest(), source.download(remote, manifest, MAX_MANIFEST_BYTES));
        long left = limits.bundleBytes();
        for (BundleFile file : listedFiles(manifest)) {
            if (file.size() > left) {
                throw new LoadFailedException(
                        Kind.PERMANENT, "the bundle must be <= " + limits.bundleBytes() + " bytes in all");
            }
            left -= file.size();
            remote = new BundleSource.RemoteFile(modelId, wanted.version(), file.name());
            String digest = source.download(remote, directory.resolve(file.name()), file.size());
            requireDigest(file.name(), file.sha256(), digest);
        }
    }

    /** Names come from whoever made the bundle; parsing refuses those that could lead out of the directory. */
    private static List<BundleFile> listedFiles(Path manifest) throws LoadFailedException, IOException {
        try {
            return BundleRules.parse(Files.readAllBytes(manifest)).files();
        } catch (BundleRefusedException e) {
            throw new LoadFailedException(Kind.PERMANENT, "the bundle is refused: " + e.getMessage(), e);
        }
    }

    private static void requireDigest(String name, String expected, String actual) throws LoadFailedException {
        if (!expected.equals(actual)) {
            // Bytes that changed on their way arrive whole the next time.
            throw new LoadFailedException(
                    Kind.TRANSIENT, "sha256 of %s must be %s, was %s".formatted(name, expected, actual));
        }
    }

    /** Deletes the bundles used longest ago until what is not wanted fits the cache. */
    void evict(Set<String> wantedDigests) throws IOException {
        List<Path> unused;
        try (Stream<Path> directories = Files.list(bundles)) {
            unused = directories
                    .filter(d -> !wantedDigests.contains(d.getFileName().toString()))
                    .sorted(Comparator.comparing(BundleCache::lastUsed).reversed())
                    .toList();
        }
        long kept = 0;
        for (Path directory : unused) {
            kept += sizeOf(directory);
            if (kept > limits.cacheBytes()) {
                deleteTree(directory);
            }
        }
    }

    private static FileTime lastUsed(Path directory) {
        try {
            return Files.getLastModifiedTime(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long sizeOf(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
