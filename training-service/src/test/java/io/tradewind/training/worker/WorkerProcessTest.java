package io.tradewind.training.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Workers played by shells: what the parent makes of what a process says and does. */
class WorkerProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void readsMessagesAndPassesOverWhatLibrariesPrint() throws Exception {
        // Given
        String said = """
                echo '[12:00:00] WARNING: something native'
                echo '{"type":"progress","epoch":1,"epochs":2,"trainingLoss":0.5,"validationLoss":null,"samplesPerSecond":10,"etaMillis":3}'
                echo '{"type":"finished","bundleDigest":"abc"}'
                """;

        // When
        List<WorkerMessage> messages = new ArrayList<>();
        try (WorkerProcess worker = shell(said)) {
            Awaitility.await().atMost(PATIENCE).until(() -> {
                worker.drainTo(messages, 10);
                return worker.ended().isPresent();
            });
            worker.drainTo(messages, 10);
        }

        // Then
        assertThat(messages)
                .containsExactly(new WorkerMessage.Progress(1, 2, 0.5, null, 10, 3), new WorkerMessage.Finished("abc"));
    }

    @Test
    void takesAMessageNobodyUnderstandsForARefusal() throws Exception {
        try (WorkerProcess worker = shell("echo '{\"type\":\"song\"}'")) {
            List<WorkerMessage> messages = new ArrayList<>();
            Awaitility.await().atMost(PATIENCE).until(() -> {
                worker.drainTo(messages, 10);
                return !messages.isEmpty();
            });
            assertThat(messages.getFirst()).isInstanceOf(WorkerMessage.Refused.class);
        }
    }

    @Test
    void tellsBySignalHowItDied() throws Exception {
        try (WorkerProcess worker = shell("kill -9 $$")) {
            Awaitility.await().atMost(PATIENCE).until(() -> worker.ended().isPresent());
            assertThat(worker.ended()).isEqualTo(OptionalInt.of(137));
        }
    }

    @Test
    void killsAWorkerThatDoesNotStopWhenAsked() throws Exception {
        try (WorkerProcess worker = shell("trap '' TERM; while true; do read -r line || true; done")) {
            // When
            long began = System.nanoTime();
            worker.stop(Duration.ofMillis(200));

            // Then
            Awaitility.await().atMost(PATIENCE).until(() -> worker.ended().isPresent());
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void letsAWorkerGoThatStopsWhenAsked() throws Exception {
        try (WorkerProcess worker = shell("read -r line; test \"$line\" = stop && exit 7")) {
            worker.stop(PATIENCE);
            Awaitility.await().atMost(PATIENCE).until(() -> worker.ended().isPresent());
            assertThat(worker.ended()).isEqualTo(OptionalInt.of(7));
        }
    }

    @Test
    void keepsNoMoreOfTheErrorStreamThanItMay() throws Exception {
        // Given
        BoundedLog log = new BoundedLog(folder.resolve("log"), 1_000);

        // When
        try (WorkerProcess worker = WorkerProcess.start(
                new ProcessBuilder("sh", "-c", "head -c 100000 /dev/zero >&2"), new ObjectMapper(), log)) {
            Awaitility.await().atMost(PATIENCE).until(() -> worker.ended().isPresent());
        }

        // Then
        Awaitility.await().atMost(PATIENCE).until(() -> Files.size(log.file()) >= 1_000);
        assertThat(Files.size(log.file())).isLessThan(1_100);
    }

    @Test
    void aWorkerWhoseParentIsGoneEndsByItself() throws Exception {
        // Given
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder orphan = new ProcessBuilder(
                java.toString(),
                "-cp",
                WorkerCommand.classPath(),
                "io.tradewind.training.worker.trainer.TrainerMain",
                folder.toString());
        // an order that never arrives whole keeps the worker reading for as long as its parent lives
        assertThat(new ProcessBuilder("mkfifo", folder.resolve(WorkerOrder.FILE).toString())
                        .start()
                        .waitFor())
                .isZero();
        Process process = orphan.redirectErrorStream(true).start();

        // When
        process.getOutputStream().close();

        // Then
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(75);
    }

    @Test
    void endsWhatDeadServicesLeftRunningAndRemovesTheirFolders() throws Exception {
        // Given
        Process abandoned = new ProcessBuilder("sleep", "600").start();
        Path attempt = Files.createDirectories(folder.resolve("service-1/job-1"));
        Files.writeString(folder.resolve("service-1/owner"), "1 1970-01-01T00:00:00Z");
        Files.writeString(
                attempt.resolve("worker"),
                abandoned.pid() + " "
                        + abandoned.toHandle().info().startInstant().orElseThrow());
        Files.writeString(attempt.resolve("candles.csv"), "much");

        // When
        WorkFolders folders = new WorkFolders(folder, 2);
        folders.open();

        // Then
        assertThat(abandoned.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("service-1")).doesNotExist();
        Path mine = folders.create("job-2");
        new WorkFolders(folder, 2).open();
        assertThat(mine).isDirectory();
    }

    @Test
    void keepsWhatAttemptsOfOtherServicesGoOnFromUntilNobodyCan() throws IOException {
        // Given
        Path young = Files.createDirectories(new WorkFolders(folder, 2).checkpoints("young"));
        Path old = Files.createDirectories(new WorkFolders(folder, 2).checkpoints("old"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(8))));

        // When
        new WorkFolders(folder, 2).open();

        // Then
        assertThat(young).isDirectory();
        assertThat(old).doesNotExist();
    }

    @Test
    void keepsOnlyTheNewestLogs() throws IOException {
        // Given
        WorkFolders folders = new WorkFolders(folder, 2);
        folders.open();

        // When
        for (String attempt : List.of("a", "b", "c")) {
            Files.writeString(folders.log(attempt), attempt);
        }

        // Then
        try (var logs = Files.list(folder.resolve("logs"))) {
            assertThat(logs).hasSize(2);
        }
    }

    private WorkerProcess shell(String script) throws IOException {
        return WorkerProcess.start(
                new ProcessBuilder("sh", "-c", script),
                new ObjectMapper(),
                new BoundedLog(folder.resolve("log"), 10_000));
    }
}
