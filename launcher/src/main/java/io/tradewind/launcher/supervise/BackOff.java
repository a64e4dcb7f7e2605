package io.tradewind.launcher.supervise;

import java.time.Duration;
import java.util.Optional;

/** How long to wait before a process that died is started again, and when not to. */
final class BackOff {
    private static final int QUICK_DEATHS = 5;
    private static final Duration QUICK = Duration.ofSeconds(30);
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private int quickDeaths;

    /** What to wait after it died at this age; empty when it has died young too often in a row. */
    Optional<Duration> afterDeathAt(Duration age) {
        if (age.compareTo(QUICK) >= 0) {
            quickDeaths = 0;
        }
        quickDeaths++;
        if (quickDeaths > QUICK_DEATHS) {
            return Optional.empty();
        }
        Duration delay = FIRST.multipliedBy(1L << 2 * (quickDeaths - 1));
        return Optional.of(delay.compareTo(LONGEST) > 0 ? LONGEST : delay);
    }

    /** Forgets earlier deaths, after a start by hand. */
    void reset() {
        quickDeaths = 0;
    }
}
