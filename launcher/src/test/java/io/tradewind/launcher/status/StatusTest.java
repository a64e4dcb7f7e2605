package io.tradewind.launcher.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradewind.launcher.layout.FleetHome;
import io.tradewind.launcher.layout.ProcessName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StatusTest {

    @TempDir
    private Path directory;

    @Test
    void knowsAProcessByItsStartTimeToo() throws Exception {
        // Given
        Path file = directory.resolve("self.pid");
        ProcessHandle self = ProcessHandle.current();
        PidFile.write(file, self);

        // Then
        assertThat(PidFile.find(file)).contains(self);
        Files.writeString(file, self.pid() + " " + (PidFile.startMillis(self) - 60_000));
        assertThat(PidFile.find(file)).as("another process with the same id").isEmpty();
        Files.writeString(file, "nonsense");
        assertThat(PidFile.find(file)).isEmpty();
        PidFile.delete(file);
        assertThat(PidFile.find(file)).isEmpty();
    }

    @Test
    void takesAHalfWrittenOrOldSupervisorFileForNone() throws Exception {
        FleetHome home = new FleetHome(directory).prepare();

        assertThat(SupervisorFile.find(home)).isEmpty();
        Files.writeString(home.supervisorFile(), "{\"pid\": 1");
        assertThat(SupervisorFile.find(home)).isEmpty();
        new SupervisorFile(ProcessHandle.current().pid(), 1, 1, "secret").write(home);
        assertThat(SupervisorFile.find(home)).isEmpty();
    }

    @Test
    void takesASupervisorThatDoesNotAnswerForNone() throws Exception {
        FleetHome home = new FleetHome(directory).prepare();
        ProcessHandle self = ProcessHandle.current();
        new SupervisorFile(self.pid(), PidFile.startMillis(self), 1, "secret").write(home);

        assertThat(SupervisorFile.find(home)).isPresent();
        assertThat(ControlClient.find(home)).isEmpty();
    }

    @Test
    void survivesTheTripThroughJson() throws Exception {
        // Given
        FleetStatus status = new FleetStatus(
                "/home",
                100,
                7,
                11,
                13,
                List.of(
                        process("kafka", ProcessState.READY, null),
                        process("registry", ProcessState.FAILED, "exit status 1")));

        // When
        ObjectMapper json = new ObjectMapper();
        FleetStatus read = json.readValue(json.writeValueAsString(status), FleetStatus.class);

        // Then
        assertThat(read).isEqualTo(status);
        assertThat(read.ready()).isFalse();
        assertThat(read.failed()).isTrue();
        assertThat(read.of(ProcessName.KAFKA).state()).isEqualTo(ProcessState.READY);
        assertThatThrownBy(() -> read.of(ProcessName.TRAINING)).hasMessage("the fleet runs no training");
    }

    private static ProcessStatus process(String name, ProcessState state, String reason) {
        return new ProcessStatus(name, state, 5L, 9, "127.0.0.1:9", 1, 2, 3, 4, reason);
    }
}
