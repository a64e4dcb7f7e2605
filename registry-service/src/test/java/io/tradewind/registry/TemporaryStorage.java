package io.tradewind.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A bundle store of the tests' own, with limits small enough to exceed. */
public final class TemporaryStorage implements QuarkusTestResourceLifecycleManager {
    private static final String FOLDER = "tradewind.registry.test-storage";

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("bundles");
            System.setProperty(FOLDER, folder.toString());
            return Map.of(
                    "registry.storage.folder", folder.toString(),
                    "registry.storage.max-file-size", "256K",
                    "registry.storage.max-bundle-size", "512K",
                    "registry.storage.max-files", "8");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void stop() {
        // Small, and in a temporary folder; the next application of this JVM gets one of its own.
    }

    /** Every file in the store whose path names this model, or that belongs to no model yet. */
    public static List<String> filesOf(String model) {
        Path folder = Path.of(System.getProperty(FOLDER));
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(file -> file.contains(model) || file.startsWith("incoming"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static Path folder() {
        return Path.of(System.getProperty(FOLDER));
    }
}
