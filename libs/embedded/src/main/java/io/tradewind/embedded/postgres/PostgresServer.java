package io.tradewind.embedded.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import io.tradewind.embedded.port.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL server on this machine with the database {@value #DATABASE}, reached by password only.
 *
 * <p>Kept data is as safe as on any PostgreSQL: {@code fsync} and {@code synchronous_commit} are on. A temporary server
 * has both off. Not for more than one machine.
 */
public final class PostgresServer implements AutoCloseable {
    /** The one database of the fleet. */
    public static final String DATABASE = "tradewind";

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final String HBA = """
            # Written at every start: passwords only, loopback only.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final EmbeddedPostgres server;
    private final PostgresSettings settings;
    private final ProcessHandle process;

    private PostgresServer(EmbeddedPostgres server, PostgresSettings settings, ProcessHandle process) {
        this.server = server;
        this.settings = settings;
        this.process = process;
    }

    /** Starts a server and returns once it answers; fails with {@code PortTakenException} where the port is taken. */
    public static PostgresServer start(PostgresSettings settings) {
        if (settings.port() != 0) {
            Ports.requireFree(settings.port(), "PostgreSQL");
        }
        try {
            EmbeddedPostgres server = builder(settings).start();
            return new PostgresServer(server, settings, prepare(server, settings));
        } catch (IOException cause) {
            throw new UncheckedIOException("PostgreSQL did not start: " + cause.getMessage(), cause);
        }
    }

    private static EmbeddedPostgres.Builder builder(PostgresSettings settings) throws IOException {
        String durable = settings.keepsData() ? "on" : "off";
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPort(settings.port())
                .setPGStartupWait(START_LIMIT)
                // Kept data belongs to somebody who closes the server in the right order.
                .setRegisterShutdownHook(!settings.keepsData())
                .setConnectConfig("password", settings.adminPassword())
                .setServerConfig("fsync", durable)
                .setServerConfig("synchronous_commit", durable)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "120")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("max_wal_size", "512MB")
                .setServerConfig("timezone", "UTC")
                .setOutputRedirector(output(settings))
                .setErrorRedirector(output(settings));
        Path data = settings.dataDirectory();
        if (data != null) {
            discardHalfMade(data);
            builder.setDataDirectory(data).setCleanDataDirectory(false);
        }
        return builder;
    }

    private static Redirect output(PostgresSettings settings) {
        return settings.log() == null
                ? Redirect.DISCARD
                : Redirect.appendTo(settings.log().toFile());
    }

    /** A start that was killed while it made its data directory leaves one that never starts again. */
    private static void discardHalfMade(Path data) throws IOException {
        if (Files.exists(data) && !Files.exists(madeMarker(data))) {
            try (var files = Files.walk(data)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(data.toAbsolutePath().getParent());
    }

    private static Path madeMarker(Path data) {
        return data.resolveSibling(data.getFileName() + ".made");
    }

    /** The server was made with trusted connections; from here on only passwords are. */
    private static ProcessHandle prepare(EmbeddedPostgres server, PostgresSettings settings) throws IOException {
        try (Connection connection = connect(server, "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password " + literal(settings.adminPassword()));
            Files.writeString(Path.of(show(statement, "hba_file")), HBA);
            statement.execute("select pg_reload_conf()");
            createDatabase(server, statement);
            Path data = settings.dataDirectory();
            if (data != null && !Files.exists(madeMarker(data))) {
                Files.createFile(madeMarker(data));
            }
            return process(Path.of(show(statement, "data_directory")));
        } catch (SQLException | IOException cause) {
            server.close();
            throw new IOException("could not prepare PostgreSQL: " + cause.getMessage(), cause);
        }
    }

    /** The server is no child of ours: the one that started it has ended, so its own file says which process it is. */
    private static ProcessHandle process(Path data) throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        return ProcessHandle.of(pid).orElseThrow(() -> new IOException("process " + pid + " has ended"));
    }

    private static String show(Statement statement, String setting) throws SQLException {
        try (ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void createDatabase(EmbeddedPostgres server, Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
            if (row.next()) {
                return;
            }
        }
        statement.execute("create database " + DATABASE);
        statement.execute("revoke all on database " + DATABASE + " from public");
        try (Connection connection = connect(server, DATABASE);
                Statement inDatabase = connection.createStatement()) {
            inDatabase.execute("revoke all on schema public from public");
        }
    }

    /**
     * Makes, or brings up to date, a role that owns the schema of its own name and may see nothing else.
     *
     * @param schema name of schema and role: lower-case letters, digits and underscores
     */
    public void createServiceRole(String schema, String password) {
        try (Connection connection = adminConnection(DATABASE)) {
            createServiceRole(connection, schema, password);
        } catch (SQLException cause) {
            throw new IllegalStateException("could not create role " + schema + ": " + cause.getMessage(), cause);
        }
    }

    /** The same on any server, through a connection of its superuser to the database {@value #DATABASE}. */
    public static void createServiceRole(Connection admin, String schema, String password) throws SQLException {
        if (!IDENTIFIER.matcher(schema).matches()) {
            throw new IllegalArgumentException("schema must match " + IDENTIFIER + ", was " + schema);
        }
        try (Statement statement = admin.createStatement()) {
            boolean exists;
            try (ResultSet row = statement.executeQuery("select 1 from pg_roles where rolname = '" + schema + "'")) {
                exists = row.next();
            }
            for (String change : List.of(
                    (exists ? "alter role " : "create role ") + schema + " login password " + literal(password),
                    "grant connect on database " + DATABASE + " to " + schema,
                    "create schema if not exists " + schema + " authorization " + schema,
                    "alter role " + schema + " set search_path = " + schema)) {
                statement.execute(change);
            }
        }
    }

    /** A connection of the superuser to one database; the caller closes it. */
    public Connection adminConnection(String database) throws SQLException {
        return connect(server, database);
    }

    /** The port it listens on. */
    public int port() {
        return server.getPort();
    }

    /** JDBC address of the database. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + DATABASE;
    }

    /** Address of the database for Vert.x's reactive client. */
    public String reactiveUrl() {
        return "vertx-reactive:postgresql://127.0.0.1:" + port() + "/" + DATABASE;
    }

    /** Process id of the server. */
    public long pid() {
        return process.pid();
    }

    /** Completes when the server process ends, for whatever reason. */
    public CompletableFuture<ProcessHandle> onExit() {
        return process.onExit();
    }

    /** Stops the server in order: open transactions are rolled back, everything committed is on disk. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException cause) {
            throw new UncheckedIOException("PostgreSQL did not stop in order: " + cause.getMessage(), cause);
        }
    }

    private static Connection connect(EmbeddedPostgres server, String database) throws SQLException {
        return server.getDatabase("postgres", database).getConnection();
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
