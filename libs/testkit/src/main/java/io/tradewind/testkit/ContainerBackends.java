package io.tradewind.testkit;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.jspecify.annotations.Nullable;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The {@code postgres} and {@code apache/kafka} containers for a Quarkus test, where Docker is there.
 *
 * <p>Use it through {@link ContainersProfile} together with {@link RequiresDocker}, which skips the test elsewhere.
 */
public final class ContainerBackends implements QuarkusTestResourceLifecycleManager {
    private static final String POSTGRES_IMAGE = "postgres:18-alpine";
    private static final String KAFKA_IMAGE = "apache/kafka:4.1.1";

    private @Nullable PostgreSQLContainer postgres;
    private @Nullable KafkaContainer kafka;
    private @Nullable String embeddedKafka;

    @Override
    public Map<String, String> start() {
        PostgreSQLContainer database =
                new PostgreSQLContainer(POSTGRES_IMAGE).withUsername("postgres").withDatabaseName("tradewind");
        postgres = database;
        database.start();
        KafkaContainer broker = new KafkaContainer(KAFKA_IMAGE).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        kafka = broker;
        broker.start();
        SharedServers.createTopics(broker.getBootstrapServers());
        embeddedKafka = System.getProperty(SharedServers.KAFKA);
        System.setProperty(SharedServers.KAFKA, broker.getBootstrapServers());
        Database role = new Database(database.getMappedPort(5432), ServiceSettings.schema(), "secret");
        role.createRole(database.getPassword());
        return ServiceSettings.of(role, broker.getBootstrapServers());
    }

    @Override
    public void stop() {
        if (kafka != null) {
            useEmbeddedKafkaAgain();
            kafka.stop();
        }
        if (postgres != null) {
            postgres.stop();
        }
    }

    /** An embedded broker that was running before is still there for the tests that follow. */
    private void useEmbeddedKafkaAgain() {
        if (embeddedKafka == null) {
            System.clearProperty(SharedServers.KAFKA);
        } else {
            System.setProperty(SharedServers.KAFKA, embeddedKafka);
        }
    }
}
