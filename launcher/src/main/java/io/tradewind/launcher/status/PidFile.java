package io.tradewind.launcher.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import io.tradewind.launcher.layout.PrivateFiles;

/** Which process a name stood for: its id, and the start time that tells it from a later one with the same id. */
public final class PidFile {
    /** Systems round start times differently from one reading to the next. */
    private static final long TOLERANCE_MILLIS = 2_000;

    private PidFile() {}

    /** Notes this process. */
    public static void write(Path file, ProcessHandle process) {
        try {
            PrivateFiles.write(file, process.pid() + " " + startMillis(process) + "\n");
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot write " + file, cause);
        }
    }

    /** The noted process, if it is still alive. */
    public static Optional<ProcessHandle> find(Path file) {
        try {
            String[] parts = Files.readString(file).strip().split(" ");
            return alive(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException absent) {
            return Optional.empty();
        }
    }

    /** Forgets the process. */
    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot delete " + file, cause);
        }
    }

    static Optional<ProcessHandle> alive(long pid, long startedAt) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> Math.abs(startMillis(process) - startedAt) <= TOLERANCE_MILLIS);
    }

    /** When a process started, in milliseconds since the epoch; 0 where the system does not say. */
    public static long startMillis(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
