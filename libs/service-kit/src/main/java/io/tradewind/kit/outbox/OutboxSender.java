package io.tradewind.kit.outbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.kafka.Acknowledgements;
import io.tradewind.kit.kafka.KafkaClients;
import io.tradewind.kit.nativecall.NativeCallPool;
import io.tradewind.kit.runtime.CallerContext;
import io.tradewind.kit.runtime.ServiceIdentity;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Sends rows of the outbox and tells which of them the broker has. */
@Singleton
class OutboxSender {

    private final KafkaClients clients;
    private final String source;
    private final NativeCallPool thread = new NativeCallPool("outbox-send", 1, 4);

    OutboxSender(KafkaClients clients, ServiceIdentity service) {
        this.clients = clients;
        this.source = service.name();
    }

    /**
     * What became of a batch.
     *
     * @param delivered ids of the rows that need not be sent again
     * @param failure why the others must be; null when there are none
     */
    record Delivery(List<Long> delivered, @Nullable Throwable failure) {}

    Uni<Delivery> send(List<OutboxRow> rows) {
        return CallerContext.returning(
                thread.call(() -> sendAll(rows)).chain(sent -> Uni.createFrom().completionStage(settled(rows, sent))));
    }

    private List<CompletableFuture<@Nullable Void>> sendAll(List<OutboxRow> rows) {
        return Acknowledgements.send(
                clients.producer(), rows.stream().map(row -> row.record(source)).toList());
    }

    private static CompletableFuture<Delivery> settled(
            List<OutboxRow> rows, List<CompletableFuture<@Nullable Void>> sent) {
        return Acknowledgements.all(sent).handle((ignored, failure) -> delivery(rows, sent));
    }

    /** Behind a row that failed, rows of the same key are sent again with it, so that the last state comes last. */
    static Delivery delivery(List<OutboxRow> rows, List<CompletableFuture<@Nullable Void>> sent) {
        List<Long> delivered = new ArrayList<>(rows.size());
        Set<String> held = new HashSet<>();
        Throwable failure = null;
        for (int i = 0; i < rows.size(); i++) {
            OutboxRow row = rows.get(i);
            String key = row.envelope().topic() + '/' + row.envelope().key();
            if (sent.get(i).isCompletedExceptionally()) {
                failure = sent.get(i).exceptionNow();
                held.add(key);
            } else if (!held.contains(key)) {
                delivered.add(row.id());
            }
        }
        return new Delivery(delivered, failure);
    }

    @PreDestroy
    void close() {
        thread.close();
    }
}
