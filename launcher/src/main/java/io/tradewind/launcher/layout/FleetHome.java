package io.tradewind.launcher.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of one fleet.
 *
 * @param directory everything is below it; data stays there between starts
 */
public record FleetHome(Path directory) {

    public FleetHome {
        directory = directory.toAbsolutePath().normalize();
    }

    /** Makes the directories that are missing. */
    public FleetHome prepare() {
        try {
            for (Path needed : List.of(logs(), run(), directory.resolve("data"))) {
                Files.createDirectories(needed);
            }
            PrivateFiles.createDirectory(directory.resolve("keys"));
            PrivateFiles.createDirectory(directory.resolve("secrets"));
            return this;
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot use " + directory + " as the fleet's home", cause);
        }
    }

    /** Where processes write what they have to say. */
    public Path logs() {
        return directory.resolve("logs");
    }

    /** Log of one process. */
    public Path log(ProcessName process) {
        return logs().resolve(process.label() + ".log");
    }

    /** Log of the supervisor. */
    public Path supervisorLog() {
        return logs().resolve("supervisor.log");
    }

    /** What only matters while the fleet is up. */
    public Path run() {
        return directory.resolve("run");
    }

    /** Process id and start time of one process. */
    public Path pidFile(ProcessName process) {
        return run().resolve(process.label() + ".pid");
    }

    /** How the supervisor is reached, and by whom it may be. */
    public Path supervisorFile() {
        return run().resolve("supervisor.json");
    }

    /** Locked by the supervisor for as long as it lives. */
    public Path supervisorLock() {
        return run().resolve("supervisor.lock");
    }

    /** The token a service calls others with. */
    public Path serviceToken(ProcessName service) {
        return directory.resolve("secrets").resolve(service.label() + ".token");
    }

    /** A password that was drawn at random on first use. */
    public Path password(String role) {
        return directory.resolve("secrets").resolve(role + ".password");
    }

    /** Signs tokens. */
    public Path privateKey() {
        return directory.resolve("keys").resolve("private.pem");
    }

    /** Verifies tokens. */
    public Path publicKey() {
        return directory.resolve("keys").resolve("public.pem");
    }

    /** What one process keeps between starts. */
    public Path data(ProcessName process) {
        return directory.resolve("data").resolve(process.label());
    }
}
