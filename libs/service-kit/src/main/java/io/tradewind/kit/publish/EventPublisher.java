package io.tradewind.kit.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.event.Event;
import io.tradewind.kit.kafka.Acknowledgements;
import io.tradewind.kit.kafka.EventCodec;
import io.tradewind.kit.kafka.KafkaClients;
import io.tradewind.kit.nativecall.NativeCallPool;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.runtime.CallerContext;
import io.tradewind.kit.runtime.ServiceIdentity;
import io.tradewind.kit.trace.TraceContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Puts events straight on Kafka and says when the broker has them; for what is recorded over REST and goes to the topic
 * before anywhere else. State changes use the outbox instead.
 */
@Singleton
public class EventPublisher {

    /** Sending may block while Kafka is away: a few seconds, on these threads, for so many callers at most. */
    private static final int WAITING_SENDS = 256;

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final KafkaClients clients;
    private final String source;
    private final NativeCallPool senders;

    EventPublisher(KafkaClients clients, ServiceIdentity service) {
        this.clients = clients;
        this.source = service.name();
        this.senders = new NativeCallPool("kafka-send", 1, WAITING_SENDS);
    }

    /** Publishes one event; completes once every in-sync replica has it, fails with UNAVAILABLE where none answers. */
    public Uni<Void> publish(Event event) {
        return publish(List.of(event));
    }

    /** Publishes events in this order per key; completes once the broker has all of them. */
    public Uni<Void> publish(List<? extends Event> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String traceparent = TraceContext.traceparent();
        Instant now = Instant.now();
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(events.size());
        for (Event event : events) {
            records.add(EventCodec.encode(event, UUID.randomUUID().toString(), now, source, traceparent));
        }
        return send(records);
    }

    /** Sends records as they are; completes once the broker has all of them. */
    public Uni<Void> send(List<ProducerRecord<String, byte[]>> records) {
        Uni<Void> sent = senders.call(() -> Acknowledgements.all(Acknowledgements.send(clients.producer(), records)))
                .chain(acknowledged -> Uni.createFrom().completionStage(acknowledged))
                .ifNoItem()
                .after(DEADLINE)
                .fail();
        return CallerContext.returning(sent)
                .onFailure(failure -> !(failure instanceof ServiceException))
                .transform(EventPublisher::unavailable);
    }

    private static ServiceException unavailable(Throwable cause) {
        return new ServiceException(
                ErrorCode.UNAVAILABLE, "Kafka did not acknowledge; the event may or may not be recorded", cause);
    }

    @PreDestroy
    void close() {
        senders.close();
    }
}
