package io.tradewind.kit.publish;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.tradewind.contracts.prediction.OutcomeObserved;
import io.tradewind.embedded.port.Ports;
import io.tradewind.kit.app.Outcomes;
import io.tradewind.kit.kafka.KafkaClients;
import io.tradewind.kit.kafka.KafkaConfig;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.runtime.ServiceIdentity;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnreachableBrokerTest {

    /** A hundred records that cannot be buffered wait for the broker once, not a hundred times. */
    @Test
    void answersUnavailableWithinTheDeliveryTimeout() throws Exception {
        // Given
        var config = new SmallRyeConfigBuilder()
                .withMapping(KafkaConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "tradewind.kafka.bootstrap-servers",
                                "127.0.0.1:" + Ports.findFree(),
                                "tradewind.kafka.delivery-timeout",
                                "4s",
                                "tradewind.service",
                                "test",
                                "tradewind.schema",
                                "test"),
                        "test",
                        500))
                .build();
        ServiceIdentity service = new ServiceIdentity(config);
        KafkaClients clients = new KafkaClients(config.getConfigMapping(KafkaConfig.class), service);
        EventPublisher publisher = new EventPublisher(clients, service);
        List<OutcomeObserved> events = IntStream.range(0, 100)
                .mapToObj(i -> Outcomes.outcome(UUID.randomUUID(), "t" + i))
                .toList();
        // When
        long started = System.nanoTime();
        Throwable failure = publisher
                .publish(events)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitFailure(Duration.ofSeconds(20))
                .getFailure();
        Duration waited = Duration.ofNanos(System.nanoTime() - started);
        // Then
        assertThat(((ServiceException) failure).code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(waited).isLessThan(Duration.ofSeconds(8));
        publisher.close();
        clients.close();
    }
}
