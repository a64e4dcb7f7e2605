package io.tradewind.embedded.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

import io.tradewind.embedded.port.PortTakenException;
import io.tradewind.embedded.port.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresServerTest {

    @TempDir
    private Path directory;

    @Test
    void keepsDataBetweenStartsAndSyncsIt() throws SQLException {
        // Given
        PostgresSettings settings =
                new PostgresSettings(0, directory.resolve("data"), "secret", directory.resolve("postgresql.log"));
        try (PostgresServer first = PostgresServer.start(settings)) {
            first.createServiceRole("registry", "one");
            execute(first, "registry", "one", "create table kept (id int)");
            execute(first, "registry", "one", "insert into kept values (7)");
        }

        // When
        try (PostgresServer second = PostgresServer.start(settings)) {
            second.createServiceRole("registry", "two");

            // Then
            assertThat(query(second, "registry", "two", "select id from registry.kept"))
                    .isEqualTo("7");
            assertThat(query(second, "registry", "two", "show fsync")).isEqualTo("on");
            assertThat(query(second, "registry", "two", "show synchronous_commit"))
                    .isEqualTo("on");
            assertThatThrownBy(() -> query(second, "registry", "one", "select 1"))
                    .hasMessageContaining("password");
        }
    }

    @Test
    void letsARoleSeeItsOwnSchemaOnly() throws SQLException {
        try (PostgresServer server = PostgresServer.start(PostgresSettings.temporary())) {
            // Given
            server.createServiceRole("registry", "r");
            server.createServiceRole("training", "t");
            execute(server, "registry", "r", "create table model (id int)");

            // When, Then
            assertThatThrownBy(() -> query(server, "training", "t", "select id from registry.model"))
                    .hasMessageContaining("permission denied for schema registry");
            assertThatThrownBy(() -> execute(server, "training", "t", "create table public.x (id int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> server.createServiceRole("a; drop", "x"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void startsOverWhenAnEarlierStartWasKilledWhileMakingTheData() throws Exception {
        // Given
        Path data = directory.resolve("data");
        Files.createDirectories(data.resolve("base"));
        Files.writeString(data.resolve("postgresql.conf"), "half");

        // When
        try (PostgresServer server = PostgresServer.start(new PostgresSettings(0, data, "secret", null))) {
            // Then
            assertThat(server.onExit()).isNotDone();
            assertThat(ProcessHandle.of(server.pid())).isPresent();
            ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
            assertThat(server.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            PostgresSettings settings = new PostgresSettings(taken.getLocalPort(), null, "secret", null);
            assertThatThrownBy(() -> PostgresServer.start(settings))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " is taken")
                    .hasMessageContaining("PostgreSQL");
        }
    }

    @Test
    void listensWhereItIsToldTo() throws SQLException {
        // Given
        int port = Ports.findFree();

        // When
        try (PostgresServer server = PostgresServer.start(new PostgresSettings(port, null, "secret", null))) {
            // Then
            assertThat(server.port()).isEqualTo(port);
            assertThat(server.reactiveUrl()).isEqualTo("vertx-reactive:postgresql://127.0.0.1:" + port + "/tradewind");
            assertThat(query(server, "postgres", "secret", "show port")).isEqualTo(Integer.toString(port));
        }
    }

    @Test
    void refusesSettingsNoServerCouldHave() throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("file"), "not a folder");

        // When, Then
        assertThatThrownBy(() -> new PostgresSettings(65_536, null, "secret", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("port must be within 0..65535, was 65536");
        assertThatThrownBy(() -> new PostgresSettings(0, null, " ", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("adminPassword must not be blank");
        assertThatThrownBy(() -> PostgresServer.start(new PostgresSettings(0, file.resolve("data"), "secret", null)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("PostgreSQL did not start: ");
    }

    private static void execute(PostgresServer server, String user, String password, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(PostgresServer server, String user, String password, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), user, password);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
