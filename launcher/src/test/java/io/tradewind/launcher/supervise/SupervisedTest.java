package io.tradewind.launcher.supervise;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.tradewind.embedded.port.Ports;
import io.tradewind.launcher.status.PidFile;
import io.tradewind.launcher.status.ProcessState;
import io.tradewind.launcher.supervise.ChildProcess.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class SupervisedTest {
    private static final Duration GRACE = Duration.ofSeconds(5);

    @TempDir
    private Path directory;

    private final int port = Ports.findFree();

    @Test
    void startsAgainWhatWasKilled() throws Exception {
        // Given
        Supervised supervised = supervised(TinyService.command(), "/q/health/ready");
        supervised.start();
        assertThat(supervised.awaitReady()).isTrue();
        ProcessHandle first = supervised.snapshot().process().orElseThrow();
        assertThat(PidFile.find(pidFile())).contains(first);

        // When
        first.destroyForcibly();

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            var now = supervised.snapshot();
            return now.state() == ProcessState.READY
                    && now.restarts() == 1
                    && !now.process().equals(java.util.Optional.of(first));
        });
        supervised.stop();
        assertThat(supervised.snapshot().state()).isEqualTo(ProcessState.STOPPED);
        assertThat(pidFile()).doesNotExist();
        assertThat(Ports.isFree(port)).isTrue();
    }

    @Test
    void saysWhyItBacksOffAndStopsTryingWhenAskedTo() throws Exception {
        // Given
        Supervised supervised = supervised(List.of("sh", "-c", "echo 'ERROR no database'; exit 3"), "");

        // When
        supervised.start();

        // Then
        await().atMost(Duration.ofSeconds(20))
                .until(() -> supervised.snapshot().restarts() >= 2
                        && supervised.snapshot().state() == ProcessState.BACKING_OFF);
        assertThat(supervised.snapshot().reason()).isEqualTo("exit status 3, last words: ERROR no database");
        supervised.stop();
        assertThat(supervised.snapshot().state()).isEqualTo(ProcessState.STOPPED);
    }

    @Test
    void makesAStubbornProcessStop() throws Exception {
        // Given
        Plan plan = plan(List.of("sh", "-c", "trap '' TERM; while true; do sleep 0.1; done"), "");
        Launch.Running running = new ChildProcess(plan).launch();

        // When
        running.stop(Duration.ofMillis(300));

        // Then
        assertThat(running.process().isAlive()).isFalse();
    }

    @Test
    void tellsAKilledProcessFromOneThatGaveUp() throws Exception {
        // Given
        ChildProcess child = new ChildProcess(plan(List.of("sleep", "60"), ""));
        Launch.Running running = child.launch();

        // When
        running.process().destroyForcibly();
        running.process().onExit().get();

        // Then
        await().atMost(Duration.ofSeconds(5)).until(() -> child.lastWords().equals("killed by signal 9"));
    }

    @Test
    void saysThatThePortIsTakenInsteadOfStarting() throws Exception {
        try (var taken = new java.net.ServerSocket(port, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            // Given
            Supervised supervised = supervised(TinyService.command(), "");

            // When
            supervised.start();

            // Then
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> supervised.snapshot().state() == ProcessState.BACKING_OFF);
            assertThat(supervised.snapshot().reason())
                    .isEqualTo("port " + taken.getLocalPort() + " is taken by another process and tiny needs it");
            supervised.stop();
        }
    }

    private Supervised supervised(List<String> command, String readiness) {
        return new Supervised("tiny", new ChildProcess(plan(command, readiness)), pidFile(), GRACE);
    }

    private Plan plan(List<String> command, String readiness) {
        return new Plan(
                "tiny",
                command,
                Map.of("QUARKUS_HTTP_PORT", Integer.toString(port)),
                directory.resolve("data"),
                directory.resolve("tiny.log"),
                port,
                readiness);
    }

    private Path pidFile() {
        return directory.resolve("tiny.pid");
    }
}
