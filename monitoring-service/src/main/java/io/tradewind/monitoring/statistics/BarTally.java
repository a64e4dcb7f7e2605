package io.tradewind.monitoring.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Positions opened on one bar. Not thread-safe. */
final class BarTally {

    private static final int SCALE = 12;

    long trades;
    BigDecimal profit = BigDecimal.ZERO;

    // A position held for h bars overlaps with h - 1 others, so each has 1/h of the capital.
    void count(Judgement judgement) {
        if (judgement.traded()) {
            trades++;
            profit = profit.add(judgement
                    .profit()
                    .divide(BigDecimal.valueOf(judgement.horizonBars()), SCALE, RoundingMode.HALF_EVEN));
        }
    }
}
