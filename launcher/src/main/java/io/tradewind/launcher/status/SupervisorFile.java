package io.tradewind.launcher.status;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradewind.launcher.layout.FleetHome;
import io.tradewind.launcher.layout.PrivateFiles;

/**
 * How the running supervisor is reached.
 *
 * @param startedAt milliseconds since the epoch; with the process id it names one process for ever
 * @param port of its control interface on the loopback interface
 * @param secret whoever knows it may control the fleet
 */
public record SupervisorFile(long pid, long startedAt, int port, String secret) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Leaves the file for others to find. */
    public void write(FleetHome home) throws IOException {
        PrivateFiles.write(home.supervisorFile(), JSON.writeValueAsString(this));
    }

    /** What a live supervisor left; empty when there is none, or only the file of a dead one. */
    public static Optional<SupervisorFile> find(FleetHome home) {
        try {
            if (!Files.exists(home.supervisorFile())) {
                return Optional.empty();
            }
            SupervisorFile file = JSON.readValue(Files.readAllBytes(home.supervisorFile()), SupervisorFile.class);
            return PidFile.alive(file.pid(), file.startedAt()).map(process -> file);
        } catch (IOException halfWritten) {
            return Optional.empty();
        }
    }
}
