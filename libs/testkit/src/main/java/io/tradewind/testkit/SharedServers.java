package io.tradewind.testkit;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import io.tradewind.contracts.Topic;
import io.tradewind.embedded.kafka.KafkaServer;
import io.tradewind.embedded.kafka.KafkaSettings;
import io.tradewind.embedded.postgres.PostgresServer;
import io.tradewind.embedded.postgres.PostgresSettings;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The one PostgreSQL and the one Kafka of this JVM: started on first use, stopped with the JVM. */
final class SharedServers {
    private static final String POSTGRES_PORT = "tradewind.testkit.postgres-port";
    private static final String POSTGRES_PASSWORD = "tradewind.testkit.postgres-password";
    static final String KAFKA = "tradewind.testkit.kafka";

    private SharedServers() {}

    /** Port of PostgreSQL, in which role and schema of this name exist. */
    static Database database(String schema) {
        synchronized (System.getProperties()) {
            if (System.getProperty(POSTGRES_PORT) == null) {
                startPostgres();
            }
            int port = Integer.getInteger(POSTGRES_PORT);
            Database database = new Database(port, schema, "secret-of-" + schema);
            database.createRole(System.getProperty(POSTGRES_PASSWORD));
            return database;
        }
    }

    /** Bootstrap servers of Kafka, on which every topic of the fleet exists. */
    static String kafka() {
        synchronized (System.getProperties()) {
            if (System.getProperty(KAFKA) == null) {
                KafkaServer server = KafkaServer.start(KafkaSettings.temporary());
                Runtime.getRuntime().addShutdownHook(new Thread(server::close, "kafka-closer"));
                createTopics(server.bootstrapServers());
                System.setProperty(KAFKA, server.bootstrapServers());
            }
            return System.getProperty(KAFKA);
        }
    }

    private static void startPostgres() {
        // The server's own shutdown hook stops it.
        PostgresSettings settings = PostgresSettings.temporary();
        PostgresServer server = PostgresServer.start(settings);
        System.setProperty(POSTGRES_PASSWORD, settings.adminPassword());
        System.setProperty(POSTGRES_PORT, Integer.toString(server.port()));
    }

    static void createTopics(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(Stream.of(Topic.values())
                            .map(topic -> new NewTopic(topic.topicName(), topic.partitions(), (short) 1)
                                    .configs(topic.settings()))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException cause) {
            throw new IllegalStateException("could not create the topics: " + cause.getMessage(), cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating the topics", cause);
        }
    }
}
