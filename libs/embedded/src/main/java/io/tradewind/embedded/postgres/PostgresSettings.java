package io.tradewind.embedded.postgres;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL server keeps its data and how it is reached.
 *
 * @param port port on the loopback interface; 0 for a free one
 * @param dataDirectory kept between starts; null for one that is deleted with the server
 * @param adminPassword password of the superuser {@code postgres}; the same one at every start on the same data
 * @param log file the server's output is appended to; null to drop it
 */
public record PostgresSettings(
        int port,
        @Nullable Path dataDirectory,
        String adminPassword,
        @Nullable Path log) {

    public PostgresSettings {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be within 0..65535, was " + port);
        }
        if (adminPassword.isBlank()) {
            throw new IllegalArgumentException("adminPassword must not be blank");
        }
    }

    /** A server on a free port whose data goes with it. */
    public static PostgresSettings temporary() {
        return new PostgresSettings(0, null, "temporary", null);
    }

    boolean keepsData() {
        return dataDirectory != null;
    }
}
