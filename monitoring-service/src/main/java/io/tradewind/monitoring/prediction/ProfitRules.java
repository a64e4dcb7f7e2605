package io.tradewind.monitoring.prediction;

import java.math.BigDecimal;

import io.tradewind.contracts.prediction.Direction;
import io.tradewind.monitoring.statistics.Tally;
import org.jspecify.annotations.Nullable;

/** What a prediction earned. */
final class ProfitRules {

    /** No market and no honest trade moves by more; beyond it sums would lose their meaning. */
    static final double LIMIT = 1e9;

    private ProfitRules() {}

    /**
     * Profit as a fraction of the stake: what was realised where that is known, otherwise the market's return in the
     * direction predicted, less the cost of getting in and out.
     *
     * @param realised profit of the trade; null when there was none of its own
     * @param costBps round trip, in hundredths of a percent of the stake
     */
    static BigDecimal profit(Direction predicted, double actualReturn, @Nullable Double realised, double costBps) {
        if (realised != null) {
            return Tally.exact(realised);
        }
        if (predicted == Direction.FLAT) {
            return BigDecimal.ZERO;
        }
        double sign = predicted == Direction.UP ? 1 : -1;
        return Tally.exact(sign * actualReturn - costBps / 10_000);
    }

    /** Refuses a return or profit no trade can have. */
    static void refuseImpossible(double actualReturn, @Nullable Double realised) {
        if (!(Math.abs(actualReturn) <= LIMIT)) {
            throw new IllegalArgumentException(
                    "actualReturn must be a number within ±" + LIMIT + ", was " + actualReturn);
        }
        if (realised != null && !(Math.abs(realised) <= LIMIT)) {
            throw new IllegalArgumentException("profit must be a number within ±" + LIMIT + ", was " + realised);
        }
    }
}
