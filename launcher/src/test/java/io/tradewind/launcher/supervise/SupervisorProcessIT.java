package io.tradewind.launcher.supervise;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;

import io.tradewind.launcher.fleet.FreePorts;
import io.tradewind.launcher.layout.FleetHome;
import io.tradewind.launcher.layout.FleetPorts;
import io.tradewind.launcher.layout.ProcessName;
import io.tradewind.launcher.secret.Passwords;
import io.tradewind.launcher.status.ControlClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A real PostgreSQL and a real Kafka; services are as small as they can be. */
@Timeout(180)
class SupervisorProcessIT {

    @TempDir
    private Path directory;

    @Test
    void keepsAFleetUpUntilItIsToldToStop() throws Exception {
        // Given
        TinyService.install(directory);
        System.setProperty("tradewind.root", directory.toString());
        FleetHome home = new FleetHome(directory.resolve("home")).prepare();
        FleetPorts ports = FreePorts.find();
        Thread supervisor = Thread.ofPlatform().start(() -> supervise(home, ports));

        // When
        await().atMost(Duration.ofSeconds(60)).until(() -> ControlClient.find(home)
                .filter(client -> client.status().ready())
                .isPresent());
        ControlClient client = ControlClient.find(home).orElseThrow();

        // Then
        String registry = Passwords.of(home.password("registry"));
        DriverManager.getConnection("jdbc:postgresql://" + ports.database(), "registry", registry)
                .close();
        client.stop(ProcessName.KAFKA);
        assertThat(client.status().of(ProcessName.KAFKA).pid()).isNull();
        client.start(ProcessName.KAFKA);
        assertThat(client.process()).contains(ProcessHandle.current());
        client.down();
        supervisor.join();
        assertThat(home.supervisorFile()).doesNotExist();
        assertThat(ports.all().keySet()).allMatch(io.tradewind.embedded.port.Ports::isFree);
    }

    private static void supervise(FleetHome home, FleetPorts ports) {
        try {
            SupervisorProcess.run(home, ports, StartupCache.OFF);
        } catch (java.io.IOException | InterruptedException cause) {
            throw new AssertionError(cause);
        }
    }
}
