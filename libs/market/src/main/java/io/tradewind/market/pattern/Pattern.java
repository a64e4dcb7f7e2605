package io.tradewind.market.pattern;

/** Every pattern with its classic and, where there is one, its gapless form. */
enum Pattern {
    DOJI("a body of at most a tenth of the usual range", 10, true),
    HAMMER("short body at or near the low before, lower shadow longer than the body, hardly an upper one", 11, true),
    SHOOTING_STAR("short body above the one before, upper shadow longer than the body, hardly a lower one", 11, true),
    ENGULFING_BULLISH("a rising body around a falling one", 2, true),
    ENGULFING_BEARISH("a falling body around a rising one", 2, true),
    MORNING_STAR("long fall, short body gapping down, rise into the first body", 12, true),
    EVENING_STAR("long rise, short body gapping up, fall into the first body", 12, true),
    THREE_WHITE_SOLDIERS("three rises with hardly an upper shadow, each opening in or near the body before", 12, true),
    THREE_BLACK_CROWS("after a rise three falls with hardly a lower shadow, each opening in the body before", 13, true),
    HARAMI("a short body inside a long one; the sign is against the long one's", 11, true),
    PIERCING_LINE("long fall, then a long rise from below its low to above its middle", 11, true),
    DARK_CLOUD_COVER("long rise, then a fall from above its high to below its middle", 11, true),
    TWEEZER_TOP(
            "long rise, then a fall from an equal high (within a twentieth of the recent range), the highest of five",
            11,
            true),
    TWEEZER_BOTTOM(
            "long fall, then a rise from an equal low (within a twentieth of the recent range), the lowest of five",
            11,
            true),
    MARUBOZU("long body with hardly a shadow", 10, true),
    INVERTED_HAMMER(
            "short body below the one before, upper shadow longer than the body, hardly a lower one", 11, false),
    HANGING_MAN(
            "short body at or near the high before, lower shadow longer than the body, hardly an upper one", 11, false),
    SPINNING_TOP("short body between longer shadows", 10, false),
    DRAGONFLY_DOJI("a doji on a lower shadow only", 10, false);

    /** First row at which every gapless form has the candles and averages it looks at. */
    static final int GAPLESS_LOOKBACK = 13;

    final String text;
    final int lookback;
    /** Whether there is a gapless form; those that have one come first. */
    final boolean gapless;

    Pattern(String text, int lookback, boolean gapless) {
        this.text = text;
        this.lookback = lookback;
        this.gapless = gapless;
    }
}
