package io.tradewind.learning.boosting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.tradewind.learning.fit.FitFailedException;

/**
 * Loads LightGBM's native code from a folder of this process alone. The binding unpacks it to one fixed name in the folder for
 * temporary files and writes over what lies there, which pulled the code from under another process that ran it: two trainings at
 * once ended in a segmentation fault.
 */
public final class LightgbmNatives {

    private static final String FOLDER = "java.io.tmpdir";

    private static boolean loaded;

    private LightgbmNatives() {}

    /** Call before any of the binding's classes is touched; calling again does nothing. */
    public static synchronized void load() {
        if (loaded) {
            return;
        }
        String usual = System.getProperty(FOLDER);
        try {
            Path own = Files.createTempDirectory("lightgbm");
            System.setProperty(FOLDER, own.toString());
            LGBMBooster.loadNative();
            // What is loaded stays mapped without its name.
            try (Stream<Path> files = Files.list(own)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(own);
            loaded = true;
        } catch (IOException e) {
            throw new FitFailedException("LightGBM's native code cannot be unpacked: " + e.getMessage(), e);
        } finally {
            System.setProperty(FOLDER, usual);
        }
    }
}
