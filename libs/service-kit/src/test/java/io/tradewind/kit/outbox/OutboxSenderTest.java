package io.tradewind.kit.outbox;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.tradewind.kit.kafka.EventCodec;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutboxSenderTest {

    private static OutboxRow row(long id, String key) {
        return new OutboxRow(
                id, new EventCodec.Envelope("e" + id, "type", "topic", key, Instant.EPOCH, "", null), "{}");
    }

    @Test
    void sendsAgainWhateverFollowsAFailureUnderTheSameKey() {
        // Given
        List<OutboxRow> rows = List.of(row(1, "a"), row(2, "b"), row(3, "a"), row(4, "b"), row(5, "a"));
        RuntimeException failure = new IllegalStateException("broker away");
        // When
        OutboxSender.Delivery delivery = OutboxSender.delivery(
                rows,
                Stream.of(true, true, false, true, true)
                        .map(acknowledged -> acknowledged
                                ? CompletableFuture.<Void>completedFuture(null)
                                : CompletableFuture.<Void>failedFuture(failure))
                        .toList());
        // Then
        assertThat(delivery.delivered()).containsExactly(1L, 2L, 4L);
        assertThat(delivery.failure()).isSameAs(failure);
    }
}
