package io.tradewind.training.intake;

import java.util.Optional;

/** What a candle's numbers must satisfy to be stored. */
final class CandleRules {

    private CandleRules() {}

    /** Why these numbers cannot be a candle. */
    record Fault(boolean notFinite, String message) {}

    static Optional<Fault> fault(double open, double high, double low, double close, double volume) {
        if (!Double.isFinite(open + high + low + close) || !Double.isFinite(volume)) {
            return Optional.of(new Fault(
                    true,
                    "prices and volume must be finite, were open %s high %s low %s close %s volume %s"
                            .formatted(open, high, low, close, volume)));
        }
        if (low <= 0) {
            return fault("prices must be above 0, low was " + low);
        }
        if (high < Math.max(open, close)) {
            return fault("high must not be below open and close, was %s with open %s, close %s"
                    .formatted(high, open, close));
        }
        if (low > Math.min(open, close)) {
            return fault(
                    "low must not be above open and close, was %s with open %s, close %s".formatted(low, open, close));
        }
        return volume < 0 ? fault("volume must be at least 0, was " + volume) : Optional.empty();
    }

    private static Optional<Fault> fault(String message) {
        return Optional.of(new Fault(false, message));
    }
}
