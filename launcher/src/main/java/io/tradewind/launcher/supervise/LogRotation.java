package io.tradewind.launcher.supervise;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * Keeps logs from growing without end: a log that has become too long is copied aside and emptied in place, because the
 * process that writes it holds it open. Lines written between the two are lost.
 */
final class LogRotation {
    private static final int GENERATIONS = 3;

    private final Path directory;
    private final long limit;

    /** @param limit bytes beyond which a log is put aside */
    LogRotation(Path directory, long limit) {
        this.directory = directory;
        this.limit = limit;
    }

    void rotate() {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path log : files.filter(this::tooLong).toList()) {
                rotate(log);
            }
        } catch (IOException cause) {
            System.err.println("cannot rotate the logs in " + directory + ": " + cause.getMessage());
        }
    }

    private boolean tooLong(Path file) {
        try {
            return file.toString().endsWith(".log") && Files.size(file) > limit;
        } catch (IOException gone) {
            return false;
        }
    }

    private static void rotate(Path log) throws IOException {
        for (int generation = GENERATIONS - 1; generation > 0; generation--) {
            Path older = numbered(log, generation);
            if (Files.exists(older)) {
                Files.move(older, numbered(log, generation + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.copy(log, numbered(log, 1), StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.truncate(0);
        }
    }

    private static Path numbered(Path log, int generation) {
        return log.resolveSibling(log.getFileName() + "." + generation);
    }
}
