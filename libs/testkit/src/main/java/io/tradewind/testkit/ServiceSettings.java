package io.tradewind.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** The configuration a service gets from the fleet, pointed at the servers of a test. */
final class ServiceSettings {
    private ServiceSettings() {}

    static Map<String, String> of(Database database, String kafka) {
        String address = "postgresql://127.0.0.1:" + database.port() + "/tradewind";
        Path keys = TestTokens.publish(schema());
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("quarkus.datasource.username", database.schema());
        settings.put("quarkus.datasource.password", database.password());
        settings.put("quarkus.datasource.jdbc.url", "jdbc:" + address);
        settings.put("quarkus.datasource.reactive.url", "vertx-reactive:" + address);
        settings.put("kafka.bootstrap.servers", kafka);
        settings.put("mp.jwt.verify.issuer", TestTokens.ISSUER);
        settings.put(
                "mp.jwt.verify.publickey.location",
                keys.resolve("public.pem").toUri().toString());
        settings.put(
                "tradewind.security.service-token-file",
                keys.resolve("service.token").toString());
        settings.put("quarkus.http.test-port", "0");
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
