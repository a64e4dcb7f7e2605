package io.tradewind.market.pattern;

/**
 * Every pattern with its classic and, where there is one, its gapless form.
 *
 * <p>In the texts "usual" is the mean of the ten candles before, "recent" that of the five before.
 */
enum Pattern {
    DOJI(
            10,
            "a body of at most a tenth of the usual range",
            "a body of at most a tenth of its own range, which is not 0"),
    HAMMER(
            11,
            "short body at or near the low before, lower shadow longer than the body, hardly an upper one",
            "short body, lower shadow of at least twice the body, hardly an upper one, the lowest low of five"),
    SHOOTING_STAR(
            11,
            "short body above the one before, upper shadow longer than the body, hardly a lower one",
            "short body, upper shadow of at least twice the body, hardly a lower one, the highest high of five"),
    ENGULFING_BULLISH(
            2,
            "a rising body around a falling one",
            "a larger rising body that opens at or below the close (within a twentieth of the recent range) and closes"
                    + " above the open of a falling one of more than a tenth of the usual range"),
    ENGULFING_BEARISH(
            2,
            "a falling body around a rising one",
            "a larger falling body that opens at or above the close (within a twentieth of the recent range) and closes"
                    + " below the open of a rising one of more than a tenth of the usual range"),
    MORNING_STAR(
            12,
            "long fall, short body gapping down, rise into the first body",
            "long fall, short body no higher than 0.3 of the first body above its close and the lowest low of five, long"
                    + " rise that recovers more than 0.3 of the first body"),
    EVENING_STAR(
            12,
            "long rise, short body gapping up, fall into the first body",
            "long rise, short body no lower than 0.3 of the first body below its close and the highest high of five, long"
                    + " fall that takes back more than 0.3 of the first body"),
    THREE_WHITE_SOLDIERS(
            12,
            "three rises with hardly an upper shadow, each opening in or near the body before",
            "three rises to higher closes, each with an upper shadow of at most 0.3 of its body and opening in or near"
                    + " the body before, none much shorter than the one before, the last one long"),
    THREE_BLACK_CROWS(
            13,
            "after a rise three falls with hardly a lower shadow, each opening in the body before",
            "three falls to lower closes, each with a lower shadow of at most 0.3 of its body and opening in or near the"
                    + " body before, none much shorter than the one before, the last one long"),
    HARAMI(
            11,
            "a short body inside a long one; the sign is against the long one's",
            "a body of the other direction, at most half as long, inside a long one (within a twentieth of the recent"
                    + " range); the sign is against the long one's"),
    PIERCING_LINE(
            11,
            "long fall, then a long rise from below its low to above its middle",
            "long fall, then a long rise from its close or below (within a twentieth of the recent range) to above its"
                    + " middle, one of the two the lowest low of five"),
    DARK_CLOUD_COVER(
            11,
            "long rise, then a fall from above its high to below its middle",
            "long rise, then a long fall from its close or above (within a twentieth of the recent range) to below its"
                    + " middle, one of the two the highest high of five"),
    TWEEZER_TOP(
            11,
            "long rise, then a fall from an equal high (within a twentieth of the recent range), the highest of five",
            "a rise, then a fall from an equal high (within a tenth of the recent range), one of the two the highest of"
                    + " five"),
    TWEEZER_BOTTOM(
            11,
            "long fall, then a rise from an equal low (within a twentieth of the recent range), the lowest of five",
            "a fall, then a rise from an equal low (within a tenth of the recent range), one of the two the lowest of"
                    + " five"),
    MARUBOZU(10, "long body with hardly a shadow", "long body of at least 0.95 of its own range"),
    INVERTED_HAMMER(11, "short body below the one before, upper shadow longer than the body, hardly a lower one", ""),
    HANGING_MAN(
            11, "short body at or near the high before, lower shadow longer than the body, hardly an upper one", ""),
    SPINNING_TOP(10, "short body between longer shadows", ""),
    DRAGONFLY_DOJI(10, "a doji on a lower shadow only", "");

    /** First row at which every gapless form has the candles and averages it looks at. */
    static final int GAPLESS_LOOKBACK = 13;

    /** First row at which the classic form has what it looks at. */
    final int lookback;

    final String text;
    /** What the gapless form is; empty when there is none. */
    final String gaplessText;

    Pattern(int lookback, String text, String gaplessText) {
        this.lookback = lookback;
        this.text = text;
        this.gaplessText = gaplessText;
    }

    /** Whether there is a gapless form; those that have one come first. */
    boolean hasGapless() {
        return !gaplessText.isEmpty();
    }
}
