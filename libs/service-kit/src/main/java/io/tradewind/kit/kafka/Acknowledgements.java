package io.tradewind.kit.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Sends batches and keeps one future per record, which completes with the broker's answer. */
public final class Acknowledgements {

    private Acknowledgements() {}

    /**
     * Sends in this order. Blocks for the producer's {@code max.block.ms} at most, once: behind a record that could not
     * even be buffered, the others fail without being tried.
     */
    public static List<CompletableFuture<@Nullable Void>> send(
            Producer<String, byte[]> producer, List<ProducerRecord<String, byte[]>> records) {
        List<CompletableFuture<@Nullable Void>> sent = new ArrayList<>(records.size());
        for (ProducerRecord<String, byte[]> record : records) {
            CompletableFuture<@Nullable Void> previous = sent.isEmpty() ? null : sent.get(sent.size() - 1);
            sent.add(
                    previous != null && previous.isCompletedExceptionally()
                            ? CompletableFuture.failedFuture(previous.exceptionNow())
                            : send(producer, record));
        }
        return sent;
    }

    private static CompletableFuture<@Nullable Void> send(
            Producer<String, byte[]> producer, ProducerRecord<String, byte[]> record) {
        CompletableFuture<@Nullable Void> acknowledged = new CompletableFuture<>();
        producer.send(record, (metadata, failure) -> {
            if (failure == null) {
                acknowledged.complete(null);
            } else {
                acknowledged.completeExceptionally(failure);
            }
        });
        return acknowledged;
    }

    /** Completes when all have, with the first failure if there is one. */
    public static CompletableFuture<Void> all(List<CompletableFuture<@Nullable Void>> sent) {
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
    }
}
