package io.tradewind.inference.prediction;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import io.tradewind.inference.fixture.Configs;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NativeCallsTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Test
    void refusesAtOnceWhatNeitherRunsNorFitsTheQueue() throws Exception {
        NativeCalls calls = new NativeCalls(Configs.read(
                PredictionConfig.class,
                Map.of("inference.prediction.threads", "1", "inference.prediction.queue-capacity", "1")));
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Integer> first = calls.call(() -> {
                    running.countDown();
                    release.await();
                    return 1;
                })
                .subscribeAsCompletionStage();
        running.await();
        CompletableFuture<Integer> second = calls.call(() -> 2).subscribeAsCompletionStage();

        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> calls.call(() -> 3).await().atMost(LIMIT))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.OVERLOADED));

        release.countDown();
        assertThat(first.get()).isEqualTo(1);
        assertThat(second.get()).isEqualTo(2);
        calls.close();
    }
}
