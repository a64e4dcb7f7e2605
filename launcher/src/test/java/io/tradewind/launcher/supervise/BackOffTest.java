package io.tradewind.launcher.supervise;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackOffTest {
    private static final Duration YOUNG = Duration.ofSeconds(1);

    private final BackOff backOff = new BackOff();

    @Test
    void waitsLongerAfterEachQuickDeathAndThenGivesUp() {
        assertThat(backOff.afterDeathAt(YOUNG)).contains(Duration.ofMillis(200));
        assertThat(backOff.afterDeathAt(YOUNG)).contains(Duration.ofMillis(800));
        assertThat(backOff.afterDeathAt(YOUNG)).contains(Duration.ofMillis(3200));
        assertThat(backOff.afterDeathAt(YOUNG)).contains(Duration.ofSeconds(10));
        assertThat(backOff.afterDeathAt(YOUNG)).contains(Duration.ofSeconds(10));
        assertThat(backOff.afterDeathAt(YOUNG)).isEmpty();
    }

    @Test
    void startsOverAfterALongLife() {
        for (int death = 0; death < 5; death++) {
            backOff.afterDeathAt(YOUNG);
        }

        assertThat(backOff.afterDeathAt(Duration.ofMinutes(5))).contains(Duration.ofMillis(200));
        backOff.reset();
        assertThat(backOff.afterDeathAt(YOUNG)).contains(Duration.ofMillis(200));
    }
}
