package io.tradewind.training.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

/**
 * The folders workers work in: {@code <root>/<service process>/<attempt>}. Each process's folder says who it belongs to,
 * so that a later one can tell which were left behind, and end what still runs in them. Checkpoints lie outside of these, in
 * {@code <root>/checkpoints/<job>}: the attempt that goes on from them may be another service's.
 */
final class WorkFolders {

    private static final Logger LOG = Logger.getLogger(WorkFolders.class);
    private static final String OWNER = "owner";
    private static final String WORKER = "worker";

    /** Longer than any job runs or waits for its next attempt; what is older belongs to a job that ended elsewhere. */
    private static final Duration CHECKPOINTS_KEPT = Duration.ofDays(7);

    private final Path root;
    private final Path own;
    private final Path logs;
    private final Path checkpoints;
    private final int keptLogs;

    WorkFolders(Path root, int keptLogs) {
        this.root = root.toAbsolutePath();
        this.own = this.root.resolve("service-" + ProcessHandle.current().pid());
        this.logs = this.root.resolve("logs");
        this.checkpoints = this.root.resolve("checkpoints");
        this.keptLogs = keptLogs;
    }

    /** Clears what dead services left and makes this one's folder. */
    void open() throws IOException {
        Files.createDirectories(root);
        try (Stream<Path> folders = Files.list(root)) {
            folders.filter(folder -> folder.getFileName().toString().startsWith("service-"))
                    .filter(folder -> owner(folder.resolve(OWNER)).isEmpty())
                    .forEach(WorkFolders::reap);
        }
        Files.createDirectories(own);
        Files.createDirectories(logs);
        clearCheckpoints();
        writeIdentity(own.resolve(OWNER), ProcessHandle.current());
    }

    private void clearCheckpoints() throws IOException {
        Files.createDirectories(checkpoints);
        Instant oldest = Instant.now().minus(CHECKPOINTS_KEPT);
        try (Stream<Path> jobs = Files.list(checkpoints)) {
            jobs.filter(job -> modified(job).isBefore(oldest)).forEach(WorkFolders::delete);
        }
    }

    /** Where the attempts of a job keep how far they got; it need not exist. */
    Path checkpoints(String job) {
        return checkpoints.resolve(job);
    }

    /** A new, empty folder for one attempt. */
    Path create(String attempt) throws IOException {
        Path folder = own.resolve(attempt);
        delete(folder);
        return Files.createDirectories(folder);
    }

    /** Remembers who works in the folder, for whoever has to clear it. */
    void started(Path folder, ProcessHandle worker) throws IOException {
        writeIdentity(folder.resolve(WORKER), worker);
    }

    /** Where an attempt's error stream goes; makes room for it. */
    Path log(String attempt) throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            List<Path> oldestLast = files.sorted(
                            Comparator.comparing(WorkFolders::modified).reversed())
                    .toList();
            for (Path superfluous : oldestLast.subList(Math.min(keptLogs - 1, oldestLast.size()), oldestLast.size())) {
                Files.deleteIfExists(superfluous);
            }
        }
        return logs.resolve(attempt + ".log");
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path entry : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (IOException | UncheckedIOException left) {
            LOG.warnf("%s could not be removed: %s", folder, left.getMessage());
        }
    }

    private static void reap(Path folder) {
        try (Stream<Path> attempts = Files.list(folder)) {
            attempts.filter(Files::isDirectory)
                    .forEach(attempt -> owner(attempt.resolve(WORKER)).ifPresent(worker -> {
                        LOG.warnf("ending worker %d, whose service is gone", worker.pid());
                        worker.destroyForcibly();
                    }));
        } catch (IOException unreadable) {
            LOG.warnf("%s could not be read: %s", folder, unreadable.getMessage());
        }
        delete(folder);
    }

    /** A process id comes round again: only together with its start it names a process. */
    private static void writeIdentity(Path file, ProcessHandle process) throws IOException {
        Files.writeString(file, process.pid() + " " + startOf(process));
    }

    private static Optional<ProcessHandle> owner(Path identity) {
        try {
            String[] words = Files.readString(identity).split(" ", 2);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startOf(process).equals(words[1]));
        } catch (NoSuchFileException | NumberFormatException absent) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.EPOCH;
        }
    }
}
