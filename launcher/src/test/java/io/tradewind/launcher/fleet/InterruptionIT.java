package io.tradewind.launcher.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.tradewind.embedded.port.Ports;
import io.tradewind.launcher.command.FleetCommand;
import io.tradewind.launcher.layout.FleetHome;
import io.tradewind.launcher.layout.FleetPorts;
import io.tradewind.launcher.layout.Installation;
import io.tradewind.launcher.layout.ProcessName;
import io.tradewind.launcher.status.ControlClient;
import io.tradewind.launcher.supervise.TinyService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Ctrl-C while the fleet is brought up, as the terminal sends it. */
@Timeout(240)
class InterruptionIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int INT = 2;
    private static final int TERM = 15;

    private final FleetPorts ports = FreePorts.find();

    @TempDir
    private Path directory;

    @Test
    void leavesNothingRunningOfAFleetThatIsHalfUp() throws Exception {
        // Given
        FleetHome home = new FleetHome(directory.resolve("home"));
        Process up = up(home);
        await().atMost(LIMIT).until(() -> Files.exists(home.pidFile(ProcessName.POSTGRESQL)));

        // When
        interrupt(up);

        // Then
        assertNothingRuns(home);
        assertThat(Files.readString(output())).contains("stopping what was started", "data is kept in ");
    }

    @Test
    void leavesNoSupervisorThatDidNotAnswerYet() throws Exception {
        // Given
        FleetHome home = new FleetHome(directory.resolve("home"));
        Process up = up(home);
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(5)).until(() -> Files.exists(home.supervisorLog()));

        // When
        interrupt(up);

        // Then
        assertNothingRuns(home);
    }

    private void assertNothingRuns(FleetHome home) {
        assertThat(ControlClient.find(home)).isEmpty();
        assertThat(ProcessHandle.allProcesses().filter(process -> process.info()
                        .commandLine()
                        .filter(command -> command.contains(directory.toString()))
                        .isPresent()))
                .isEmpty();
        assertThat(ports.all().keySet()).allMatch(Ports::isFree);
    }

    private Process up(FleetHome home) throws IOException {
        TinyService.install(directory);
        List<String> command = List.of(
                Installation.java(),
                "-XX:TieredStopAtLevel=1",
                "-Dtradewind.root=" + directory,
                "-cp",
                System.getProperty("java.class.path"),
                FleetCommand.class.getName(),
                "up",
                "--home",
                home.directory().toString(),
                "--port-offset",
                Integer.toString(ports.offset()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
    }

    private Path output() {
        return directory.resolve("up.log");
    }

    private void interrupt(Process process) throws Exception {
        int signal = ignoresInterrupts(process) ? TERM : INT;
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .as(Files.readString(output()))
                .isTrue();
        assertThat(process.exitValue()).isEqualTo(128 + signal);
    }

    /** Where the tests run in the background of a shell they inherit that Ctrl-C is not for them. */
    private static boolean ignoresInterrupts(Process process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return false;
        }
        String ignored = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> line.substring("SigIgn:".length()).strip())
                .findFirst()
                .orElse("0");
        return (Long.parseUnsignedLong(ignored, 16) & 1L << INT - 1) != 0;
    }
}
