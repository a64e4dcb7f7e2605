package io.tradewind.testkit;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;

import io.tradewind.contracts.Topic;
import io.tradewind.contracts.event.Event;
import io.tradewind.contracts.event.EventCatalogue;
import io.tradewind.contracts.market.CandleClosed;
import io.tradewind.contracts.market.CandleOrigin;
import io.tradewind.contracts.training.TrainingJobChanged;
import io.tradewind.embedded.port.Ports;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedBackendsIT {

    @Test
    void givesAServiceItsDatabaseBrokerAndKeys() throws Exception {
        // When
        Map<String, String> settings = new EmbeddedBackends().start();
        Map<String, String> again = new EmbeddedBackends().start();

        // Then
        assertThat(again.get("kafka.bootstrap.servers")).isEqualTo(settings.get("kafka.bootstrap.servers"));
        try (var connection = DriverManager.getConnection(
                        settings.get("quarkus.datasource.jdbc.url"),
                        settings.get("quarkus.datasource.username"),
                        settings.get("quarkus.datasource.password"));
                var row = connection.createStatement().executeQuery("select current_schema()")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("sample");
        }
        assertThat(settings).containsKeys("mp.jwt.verify.publickey", "tradewind.security.service-token-file");
        new EmbeddedBackends().stop();
    }

    @Test
    void findsPublishedEventsAgain() {
        // Given
        CandleClosed first = candle(1);
        CandleClosed second = candle(2);

        // When
        TestEvents.publish(first, second);

        // Then
        assertThat(TestEvents.read(CandleClosed.class, candle -> candle.openTime() == 2, Duration.ofSeconds(10)))
                .isEqualTo(second);
        assertThat(TestEvents.readAll(Topic.CANDLES)).containsSubsequence(first, second);
        assertThat(TestEvents.readRecords(Topic.CANDLES)
                        .getFirst()
                        .headers()
                        .lastHeader("ce_type")
                        .value())
                .isEqualTo("io.tradewind.candle.closed.v1".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> TestEvents.read(Topic.ALERTS, event -> true, Duration.ofMillis(300)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("no such event on tradewind.alerts within PT0.3S; 0 others");
    }

    @Test
    void tellsWhatItReadsApartFromWhatIsNoEvent() {
        // Given
        byte[] body = "{\"modelId\": 7".getBytes(StandardCharsets.UTF_8);
        TestEvents.send(new ProducerRecord<>(Topic.TRAINING.topicName(), "no type", body));
        int before = TestEvents.readAll(Topic.TRAINING).size();

        // When
        var torn = new ProducerRecord<>(Topic.TRAINING.topicName(), "torn", body);
        torn.headers().add("ce_type", type(TrainingJobChanged.class).getBytes(StandardCharsets.UTF_8));
        TestEvents.send(torn);

        // Then
        assertThat(before).isZero();
        assertThat(TestEvents.readRecords(Topic.TRAINING)).hasSize(2);
        assertThatThrownBy(() -> TestEvents.readAll(Topic.TRAINING))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("not a TrainingJobChanged at ");
    }

    @Test
    void saysWhatWasNotPublished() {
        // Given
        ProducerRecord<String, byte[]> tooLarge =
                new ProducerRecord<>(Topic.ALERTS.topicName(), "large", new byte[2 << 20]);

        // When, Then
        assertThatThrownBy(() -> TestEvents.send(tooLarge))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("not published to tradewind.alerts")
                .hasRootCauseInstanceOf(RecordTooLargeException.class);
        assertThatThrownBy(() -> TestEvents.publish(new Unwritable()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("cannot be written as JSON: Unwritable");
        assertThatThrownBy(() -> TestEvents.read(Unwritable.class, event -> true, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("Unwritable is no event");
    }

    @Test
    void leavesTheEmbeddedBrokerToTheTestsThatFollowContainers() {
        // Given
        String embedded = SharedServers.kafka();

        // When
        new ContainerBackends().stop();

        // Then
        assertThat(SharedServers.kafka()).isEqualTo(embedded);
        assertThatThrownBy(() -> SharedServers.createTopics(embedded))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("could not create the topics")
                .hasMessageContaining("already exists");
    }

    @Test
    void saysWhatAServiceUnderTestLacks() throws Exception {
        // Given
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        int nobody = Ports.findFree();

        // When, Then
        assertThatThrownBy(() -> new Database(nobody, "sample", "secret").createRole("secret"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("could not reach PostgreSQL at jdbc:postgresql://127.0.0.1:" + nobody + "/tradewind");
        try (URLClassLoader bare = new URLClassLoader(new URL[0], null)) {
            thread.setContextClassLoader(bare);
            assertThatThrownBy(ServiceSettings::schema)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("application.properties on the class path sets no tradewind.schema");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String type(Class<? extends Event> kind) {
        return EventCatalogue.entries().stream()
                .filter(entry -> entry.record() == kind)
                .findFirst()
                .orElseThrow()
                .type();
    }

    /** Has a topic and no JSON. */
    private record Unwritable() implements Event {

        @Override
        public String eventKey() {
            return "none";
        }

        @Override
        public Topic eventTopic() {
            return Topic.ALERTS;
        }

        @SuppressWarnings("unused")
        public String getBody() {
            throw new IllegalStateException("has none");
        }
    }

    private static CandleClosed candle(long openTime) {
        return new CandleClosed("TEST", "1h", openTime, 1, 2, 0.5, 1.5, 10, CandleOrigin.LIVE);
    }
}
