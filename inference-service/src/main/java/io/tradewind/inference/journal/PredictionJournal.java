package io.tradewind.inference.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.inference.storage.ReplicaStorage;
import io.tradewind.kit.kafka.KafkaClients;
import io.tradewind.kit.runtime.ServiceIdentity;
import io.tradewind.kit.trace.TraceContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Takes predictions in before they are answered and gets each of them to Kafka, however long that takes. */
@ApplicationScoped
public class PredictionJournal {

    /** After everything that may still predict has stopped. */
    private static final int LAST = 10_000;

    private final JournalConfig config;
    private final ReplicaStorage storage;
    private final KafkaClients kafka;
    private final ServiceIdentity service;
    private final MeterRegistry metrics;
    private JournalLog log;
    private JournalCounters counters;
    private JournalWriter writer;
    private JournalSender sender;

    PredictionJournal(
            JournalConfig config,
            ReplicaStorage storage,
            KafkaClients kafka,
            ServiceIdentity service,
            MeterRegistry metrics) {
        this.config = config;
        this.storage = storage;
        this.kafka = kafka;
        this.service = service;
        this.metrics = metrics;
    }

    /** What waits and what was lost. */
    public record Status(long waiting, long waitingBytes, long dropped) {}

    @PostConstruct
    void open() {
        try {
            counters = new JournalCounters(metrics);
            log = new JournalLog(
                    storage.directory("journal"),
                    config.maxSize().asLongValue(),
                    Math.toIntExact(config.segmentSize().asLongValue()));
            counters.appended(log.countPending());
        } catch (IOException e) {
            throw new UncheckedIOException("the prediction journal cannot be opened", e);
        }
        Gauge.builder("tradewind.inference.journal.bytes", log, JournalLog::pendingBytes)
                .description("Bytes on disk that the broker has not acknowledged")
                .register(metrics);
        sender = new JournalSender(
                log,
                new KafkaRecordSink(kafka::producer, service.name()),
                counters,
                new JournalSender.Pace(
                        config.maxInFlight(), config.retryDelay(), config.retryMaxDelay(), config.closeTimeout()));
        writer = new JournalWriter(log, counters, config.queueCapacity(), config.syncInterval(), sender::wake);
    }

    void start(@Observes StartupEvent event) {
        // Being observed makes the journal open, and send what an earlier life left, before the first prediction.
    }

    void stop(@Observes @Priority(LAST) ShutdownEvent event) {
        writer.close();
        sender.close();
        log.close();
    }

    /** Completes on a thread of the journal when all predictions are on disk, or have been dropped and counted. */
    public CompletionStage<Stored> store(List<PredictionMade> predictions) {
        String traceparent = TraceContext.traceparent();
        return writer.append(
                () -> predictions.stream()
                        .map(made -> KafkaRecordSink.payload(made, traceparent))
                        .toList(),
                predictions.size());
    }

    /** The same for a request: completes on the event loop it came from. */
    public Uni<Stored> append(List<PredictionMade> predictions) {
        Context caller = Vertx.currentContext();
        Uni<Stored> stored = Uni.createFrom().completionStage(() -> store(predictions));
        return caller == null ? stored : stored.emitOn(executor(caller));
    }

    private static Executor executor(Context caller) {
        return MutinyHelper.executor(caller);
    }

    public Status status() {
        return new Status(counters.depth(), log.pendingBytes(), counters.droppedInAll());
    }
}
