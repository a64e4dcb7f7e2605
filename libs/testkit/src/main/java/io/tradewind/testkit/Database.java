package io.tradewind.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import io.tradewind.embedded.postgres.PostgresServer;

/** One service's role and schema in a running PostgreSQL. */
record Database(int port, String schema, String password) {

    void createRole(String adminPassword) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + PostgresServer.DATABASE;
        try (Connection connection = DriverManager.getConnection(url, "postgres", adminPassword)) {
            PostgresServer.createServiceRole(connection, schema, password);
        } catch (SQLException cause) {
            throw new IllegalStateException("could not reach PostgreSQL at " + url, cause);
        }
    }
}
