package io.tradewind.launcher.fleet;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import io.tradewind.embedded.port.Ports;
import io.tradewind.launcher.fleet.LocalFleet.Cache;
import io.tradewind.launcher.fleet.LocalFleet.Up;
import io.tradewind.launcher.layout.FleetHome;
import io.tradewind.launcher.layout.FleetPorts;
import io.tradewind.launcher.layout.ProcessName;
import io.tradewind.launcher.screen.Screen;
import io.tradewind.launcher.status.ControlClient;
import io.tradewind.launcher.status.PidFile;
import io.tradewind.launcher.supervise.TinyService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The supervisor as a process of its own, with a real PostgreSQL and a real Kafka; services are tiny. */
@Timeout(240)
class LocalFleetIT {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final FleetPorts ports = FreePorts.find();

    @TempDir
    private Path directory;

    private FleetHome home;
    private LocalFleet fleet;

    @BeforeEach
    void install() throws Exception {
        TinyService.install(directory);
        System.setProperty("tradewind.root", directory.toString());
        home = new FleetHome(directory.resolve("home"));
        fleet = new LocalFleet(
                home, ports, new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), false, 80));
    }

    @AfterEach
    void down() {
        fleet.down();
    }

    @Test
    void isBroughtUpOnceAndTakenDownInOrder() {
        // When
        assertThat(fleet.up(Cache.OFF)).isEqualTo(Up.STARTED);
        fleet.stop(ProcessName.TRAINING);
        assertThat(fleet.up(Cache.OFF)).as("a second time").isEqualTo(Up.WAS_UP);

        // Then
        assertThat(fleet.client().status().ready())
                .as("what was stopped by hand is up again")
                .isTrue();
        assertThat(text()).contains("kafka       ready after", "the fleet is ready after");
        fleet.down();
        assertThat(text()).contains("stopped 7 processes in ");
        assertThat(ports.all().keySet()).allMatch(Ports::isFree);
    }

    @Test
    void cleansUpAfterASupervisorThatWasKilledAndStartsOnTheKeptData() {
        // Given
        fleet.up(Cache.OFF);
        long registry = fleet.client().status().of(ProcessName.REGISTRY).pid();
        ProcessHandle supervisor =
                ControlClient.find(home).orElseThrow().process().orElseThrow();

        // When
        supervisor.destroyForcibly();
        supervisor.onExit().join();

        // Then
        assertThat(PidFile.find(home.pidFile(ProcessName.REGISTRY)))
                .map(ProcessHandle::pid)
                .contains(registry);
        assertThat(fleet.up(Cache.OFF)).isEqualTo(Up.STARTED);
        assertThat(text()).contains("stopped what an earlier fleet had left: ");
        assertThat(ProcessHandle.of(registry).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void saysInOneLineWhichPortIsTakenAndWhatToDo() throws Exception {
        int port = ports.of(ProcessName.INFERENCE);
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> fleet.up(Cache.OFF))
                    .isInstanceOf(FleetFailure.class)
                    .hasMessage("port " + port + " is taken and inference needs it: free it, or shift every port with"
                            + " --port-offset " + (ports.offset() + 100) + " (or TRADEWIND_PORT_OFFSET)");
        }
        assertThatThrownBy(() -> fleet.client()).hasMessage("the fleet is not up: ./fleet up starts it");
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
