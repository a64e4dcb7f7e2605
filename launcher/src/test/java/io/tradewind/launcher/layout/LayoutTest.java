package io.tradewind.launcher.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LayoutTest {

    @TempDir
    private Path directory;

    @Test
    void shiftsEveryPortByTheOffset() {
        FleetPorts ports = new FleetPorts(300);

        assertThat(ports.url(ProcessName.REGISTRY)).isEqualTo("http://127.0.0.1:8381");
        assertThat(ports.kafka()).isEqualTo("127.0.0.1:19392");
        assertThat(ports.database()).isEqualTo("127.0.0.1:15732/tradewind");
        assertThat(ports.all()).hasSize(8).containsEntry(19393, "kafka's controller");
    }

    @Test
    void refusesAnOffsetBeyondThePortsThereAre() {
        assertThatThrownBy(() -> new FleetPorts(-1)).hasMessage("port offset must be within 0..40000, was -1");
    }

    @Test
    void namesTheProcessesThereAreWhenOneIsUnknown() {
        assertThat(ProcessName.of("Kafka")).isEqualTo(ProcessName.KAFKA);
        assertThatThrownBy(() -> ProcessName.of("redis"))
                .hasMessageStartingWith("no process is called redis; there are postgresql, kafka, registry");
    }

    @Test
    void keepsSecretsFromEverybodyElse() throws Exception {
        // When
        FleetHome home = new FleetHome(directory.resolve("home")).prepare().prepare();
        PrivateFiles.write(home.password("registry"), "first");
        PrivateFiles.write(home.password("registry"), "second");

        // Then
        assertThat(home.password("registry")).hasContent("second");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.password("registry"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(home.password("registry").getParent())))
                .isEqualTo("rwx------");
    }
}
