package io.tradewind.monitoring.statistics;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArithmeticTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final WindowKey WINDOW = new WindowKey(new Cohort(new UUID(0, 1), 1, ""), 0);

    private final Vertx vertx = Vertx.vertx();
    private final Arithmetic arithmetic = new Arithmetic(new SmallRyeConfigBuilder()
            .withMapping(ArithmeticConfig.class)
            .build()
            .getConfigMapping(ArithmeticConfig.class));

    @AfterEach
    void stop() {
        arithmetic.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void addsUpOnThreadsOfItsOwnAndGoesOnWhereItWasCalled() {
        // When
        List<String> threads = onEventLoop(() -> arithmetic
                .compute(() -> {
                    new BatchTally().count(WINDOW, 0.5, 1);
                    return Thread.currentThread().getName();
                })
                .map(added -> List.of(added, Thread.currentThread().getName())));

        // Then
        assertThat(threads.getFirst()).startsWith("arithmetic-");
        assertThat(threads.getLast()).startsWith("vert.x-eventloop-thread-");
    }

    /** Every test of the service runs with this assertion, so one that adds up on an event loop fails. */
    @Test
    void noticesABatchThatIsAddedUpOnAnEventLoop() {
        // Given
        Supplier<Uni<Integer>> misplaced = () -> {
            new BatchTally().count(WINDOW, 0.5, 1);
            return Uni.createFrom().item(1);
        };

        // When, Then
        assertThatThrownBy(() -> onEventLoop(misplaced))
                .hasRootCauseInstanceOf(AssertionError.class)
                .hasRootCauseMessage("batches are added up on the threads for it");
    }

    private <T> T onEventLoop(Supplier<Uni<T>> work) {
        Context context = vertx.getOrCreateContext();
        return Uni.createFrom()
                .deferred(work::get)
                .runSubscriptionOn(MutinyHelper.executor(context))
                .await()
                .atMost(LIMIT);
    }
}
