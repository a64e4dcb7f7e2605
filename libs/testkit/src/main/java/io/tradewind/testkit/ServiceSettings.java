package io.tradewind.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** The configuration a service gets from the fleet, pointed at the servers of a test. */
final class ServiceSettings {
    private ServiceSettings() {}

    static Map<String, String> of(Database database, String kafka) {
        String address = "postgresql://127.0.0.1:" + database.port() + "/tradewind";
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("quarkus.datasource.username", database.schema());
        settings.put("quarkus.datasource.password", database.password());
        settings.put("quarkus.datasource.jdbc.url", "jdbc:" + address);
        settings.put("quarkus.datasource.reactive.url", "vertx-reactive:" + address);
        settings.put("kafka.bootstrap.servers", kafka);
        settings.put("mp.jwt.verify.issuer", TestTokens.ISSUER);
        // Given by value: in tests Quarkus makes up a key of its own, which wins over the location of another.
        settings.put("mp.jwt.verify.publickey", TestTokens.publicKey());
        settings.put(
                "tradewind.security.service-token-file",
                TestTokens.serviceTokenFile(database.schema()).toString());
        settings.put("quarkus.http.test-port", "0");
        // The broker runs in this JVM too and tells its life's story at INFO.
        settings.put("quarkus.log.category.\"kafka\".level", "WARN");
        settings.put("quarkus.log.category.\"org.apache.kafka\".level", "WARN");
        settings.put("quarkus.log.category.\"state.change.logger\".level", "WARN");
        return settings;
    }

    /** Schema of the service under test, as its own configuration names it. */
    static String schema() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream("application.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            String schema = properties.getProperty("tradewind.schema");
            if (schema == null) {
                throw new IllegalStateException("application.properties on the class path sets no tradewind.schema");
            }
            return schema;
        } catch (IOException cause) {
            throw new UncheckedIOException("could not read application.properties", cause);
        }
    }
}
