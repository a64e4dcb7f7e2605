package io.tradewind.kit.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tradewind.embedded.kafka.KafkaServer;
import io.tradewind.embedded.kafka.KafkaSettings;
import io.tradewind.embedded.postgres.PostgresServer;
import io.tradewind.embedded.postgres.PostgresSettings;
import io.tradewind.kit.security.PemKeys;
import io.tradewind.kit.security.TokenMinter;

/** Embedded PostgreSQL and Kafka, and a key pair. */
public final class KitBackends implements QuarkusTestResourceLifecycleManager {

    private static final String PRIVATE_KEY = "tradewind.kit.test.private-key";
    private PostgresServer postgres;
    private KafkaServer kafka;

    @Override
    public Map<String, String> start() {
        postgres = PostgresServer.start(PostgresSettings.temporary());
        postgres.createServiceRole("kit", "kit-secret");
        kafka = KafkaServer.start(KafkaSettings.temporary());
        KeyPair keys = PemKeys.generate();
        System.setProperty(PRIVATE_KEY, PemKeys.write(keys.getPrivate()));
        Map<String, String> settings = new HashMap<>();
        String address = "postgresql://127.0.0.1:" + postgres.port() + "/tradewind";
        settings.put("quarkus.datasource.username", "kit");
        settings.put("quarkus.datasource.password", "kit-secret");
        settings.put("quarkus.datasource.jdbc.url", "jdbc:" + address);
        settings.put("quarkus.datasource.reactive.url", "vertx-reactive:" + address);
        settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        settings.put(
                "mp.jwt.verify.publickey",
                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
        settings.put("tradewind.security.service-token-file", tokenFile().toString());
        return settings;
    }

    private static Path tokenFile() {
        try {
            Path file = Files.createTempFile("kit-service", ".token");
            file.toFile().deleteOnExit();
            return Files.writeString(file, token("kit", "service") + "\n");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** A token the application accepts. */
    public static String token(String user, String... roles) {
        TokenMinter minter = new TokenMinter(PemKeys.readPrivate(System.getProperty(PRIVATE_KEY)), "tradewind");
        return minter.mint(user, Set.of(roles), Duration.ofMinutes(10));
    }

    @Override
    public void stop() {
        kafka.close();
        postgres.close();
    }
}
