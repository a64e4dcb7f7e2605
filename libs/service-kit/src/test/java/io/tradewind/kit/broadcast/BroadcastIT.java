package io.tradewind.kit.broadcast;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tradewind.contracts.Topic;
import io.tradewind.contracts.prediction.OutcomeObserved;
import io.tradewind.kit.app.KitBackends;
import io.tradewind.kit.app.Outcomes;
import io.tradewind.kit.inbox.Received;
import io.tradewind.kit.publish.EventPublisher;
import io.tradewind.kit.runtime.ContextRunner;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(KitBackends.class)
class BroadcastIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    Broadcast broadcast;

    @Inject
    EventPublisher publisher;

    @Inject
    ContextRunner runner;

    private final List<String> seen = new CopyOnWriteArrayList<>();

    private void note(List<Received> events) {
        for (Received received : events) {
            String text = ((OutcomeObserved) received.event()).tradeId();
            if ("bad".equals(text)) {
                throw new IllegalStateException("cannot handle it");
            }
            seen.add(text);
        }
    }

    @Test
    void readsFromTheStartCatchesUpAndSurvivesAnEventItCannotHandle() throws Exception {
        // Given
        UUID key = UUID.randomUUID();
        List<OutcomeObserved> events = IntStream.range(0, 50)
                .mapToObj(i -> Outcomes.outcome(key, i == 25 ? "bad" : key + "/" + i))
                .toList();
        runner.await(() -> publisher.publish(events), null, LIMIT);
        // When
        try (BroadcastReader reader = broadcast.read(Set.of(Topic.OUTCOMES), this::note)) {
            Awaitility.await().atMost(LIMIT).until(reader::caughtUp);
            runner.await(() -> publisher.publish(Outcomes.outcome(key, key + "/live")), null, LIMIT);
            Awaitility.await().atMost(LIMIT).until(() -> seen.contains(key + "/live"));
        }
        // Then
        assertThat(seen.stream().filter(text -> text.startsWith(key.toString())).distinct())
                .hasSize(50)
                .doesNotContain("bad");
    }
}
