package io.tradewind.system;

import java.time.Duration;
import java.util.concurrent.Callable;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/** Waits for what must come true in the end. */
final class Eventually {

    private final Duration limit;

    private Eventually(Duration limit) {
        this.limit = limit;
    }

    static Eventually within(Duration limit) {
        return new Eventually(limit);
    }

    /** Polls until the condition holds; a failure inside it counts as not yet. */
    void until(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(limit)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(condition.call()).as(what).isTrue());
    }

    /** Polls until the assertion passes, and fails with its message when it never does. */
    void passes(Runnable assertion) {
        Awaitility.await().atMost(limit).pollInterval(Duration.ofMillis(250)).untilAsserted(assertion::run);
    }
}
