package io.tradewind.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.tradewind.kit.kafka.KafkaClients;
import io.tradewind.kit.kafka.TopicProvisioner;
import io.tradewind.kit.runtime.ContextRunner;
import io.tradewind.kit.runtime.ServiceIdentity;
import io.tradewind.kit.trace.ConsumerSpans;
import jakarta.inject.Singleton;

/** What every consuming loop works with. */
@Singleton
class InboxParts {

    private final KafkaClients clients;
    private final TopicProvisioner topics;
    private final ContextRunner runner;
    private final InboxLedger ledger;
    private final DeadLetters deadLetters;
    private final MeterRegistry metrics;
    private final ServiceIdentity service;
    private final ConsumerSpans spans;

    InboxParts(
            KafkaClients clients,
            TopicProvisioner topics,
            ContextRunner runner,
            InboxLedger ledger,
            DeadLetters deadLetters,
            MeterRegistry metrics,
            ServiceIdentity service,
            ConsumerSpans spans) {
        this.clients = clients;
        this.topics = topics;
        this.runner = runner;
        this.ledger = ledger;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.service = service;
        this.spans = spans;
    }

    KafkaClients clients() {
        return clients;
    }

    TopicProvisioner topics() {
        return topics;
    }

    ContextRunner runner() {
        return runner;
    }

    InboxLedger ledger() {
        return ledger;
    }

    DeadLetters deadLetters() {
        return deadLetters;
    }

    MeterRegistry metrics() {
        return metrics;
    }

    ServiceIdentity service() {
        return service;
    }

    ConsumerSpans spans() {
        return spans;
    }
}
