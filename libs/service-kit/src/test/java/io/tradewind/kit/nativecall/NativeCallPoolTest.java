package io.tradewind.kit.nativecall;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NativeCallPoolTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Test
    void refusesAtOnceWhenThreadsAndQueueAreTaken() throws Exception {
        // Given
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        try (NativeCallPool pool = new NativeCallPool("small", 1, 1)) {
            Uni<String> blocking = pool.call(() -> {
                started.countDown();
                release.await();
                return "done";
            });
            UniAssertSubscriber<String> running = blocking.subscribe().withSubscriber(UniAssertSubscriber.create());
            assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
            UniAssertSubscriber<String> queued =
                    pool.call(() -> "queued").subscribe().withSubscriber(UniAssertSubscriber.create());
            // When
            UniAssertSubscriber<String> refused =
                    pool.call(() -> "refused").subscribe().withSubscriber(UniAssertSubscriber.create());
            // Then
            ServiceException failure =
                    (ServiceException) refused.awaitFailure(LIMIT).getFailure();
            assertThat(failure.code()).isEqualTo(ErrorCode.OVERLOADED);
            assertThat(failure).hasMessage("small is full: 1 running, 1 waiting");
            release.countDown();
            assertThat(running.awaitItem(LIMIT).getItem()).isEqualTo("done");
            assertThat(queued.awaitItem(LIMIT).getItem()).isEqualTo("queued");
        }
    }

    @Test
    void returnsToTheCallersEventLoop() throws Exception {
        Vertx vertx = Vertx.vertx();
        CompletableFuture<String> threads = new CompletableFuture<>();
        try (NativeCallPool pool = new NativeCallPool("apart", 2, 8)) {
            vertx.runOnContext(ignored -> {
                String caller = Thread.currentThread().getName();
                pool.call(() -> Thread.currentThread().getName())
                        .subscribe()
                        .with(worker -> threads.complete(worker + ","
                                + caller.equals(Thread.currentThread().getName())));
            });

            assertThat(threads.get(5, TimeUnit.SECONDS)).matches("apart-\\d,true");
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void passesFailuresOfTheCallOn() {
        try (NativeCallPool pool = new NativeCallPool("failing", 1, 1)) {
            pool.<String>call(() -> {
                        throw new IllegalStateException("native trouble");
                    })
                    .subscribe()
                    .withSubscriber(UniAssertSubscriber.create())
                    .awaitFailure(LIMIT)
                    .assertFailedWith(IllegalStateException.class, "native trouble");
        }
    }

    @Test
    void takesNoCallsAfterClose() {
        NativeCallPool pool = new NativeCallPool("closed", 1, 1);
        pool.close();

        pool.call(() -> "late")
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitFailure(LIMIT)
                .assertFailedWith(ServiceException.class, "closed is shutting down");
    }

    @Test
    void refusesSizesBelowOne() {
        assertThatThrownBy(() -> new NativeCallPool("none", 0, 1))
                .hasMessage("threads and queue must be >= 1, were 0 and 1");
    }
}
