package io.tradewind.testkit;

import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;

import io.tradewind.contracts.Topic;
import io.tradewind.contracts.market.CandleClosed;
import io.tradewind.contracts.market.CandleOrigin;
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
                .isEqualTo("io.tradewind.candle.closed.v1".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThatThrownBy(() -> TestEvents.read(Topic.ALERTS, event -> true, Duration.ofMillis(300)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("no such event on tradewind.alerts within PT0.3S; 0 others");
    }

    private static CandleClosed candle(long openTime) {
        return new CandleClosed("TEST", "1h", openTime, 1, 2, 0.5, 1.5, 10, CandleOrigin.LIVE);
    }
}
