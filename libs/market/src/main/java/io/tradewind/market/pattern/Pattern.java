package io.tradewind.market.pattern;

import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;

/** Every pattern with its classic and, where there is one, its gapless form. */
enum Pattern {
    DOJI("a body of at most a tenth of the usual range", 10, ClassicPatterns::doji, GaplessPatterns::doji),
    HAMMER(
            "short body at or near the low before, lower shadow longer than the body, hardly an upper one",
            11,
            ClassicPatterns::hammer,
            GaplessPatterns::hammer),
    SHOOTING_STAR(
            "short body above the one before, upper shadow longer than the body, hardly a lower one",
            11,
            ClassicPatterns::shootingStar,
            GaplessPatterns::shootingStar),
    ENGULFING_BULLISH(
            "a rising body around a falling one",
            2,
            c -> Math.max(0, ClassicPatterns.engulfing(c)),
            c -> Math.max(0, GaplessPatterns.engulfing(c))),
    ENGULFING_BEARISH(
            "a falling body around a rising one",
            2,
            c -> Math.min(0, ClassicPatterns.engulfing(c)),
            c -> Math.min(0, GaplessPatterns.engulfing(c))),
    MORNING_STAR(
            "long fall, short body gapping down, rise into the first body",
            12,
            ClassicPatterns::morningStar,
            GaplessPatterns::morningStar),
    EVENING_STAR(
            "long rise, short body gapping up, fall into the first body",
            12,
            ClassicPatterns::eveningStar,
            GaplessPatterns::eveningStar),
    THREE_WHITE_SOLDIERS(
            "three rises with hardly an upper shadow, each opening in or near the body before",
            12,
            ClassicPatterns::threeWhiteSoldiers,
            GaplessPatterns::threeWhiteSoldiers),
    THREE_BLACK_CROWS(
            "after a rise three falls with hardly a lower shadow, each opening in the body before",
            13,
            ClassicPatterns::threeBlackCrows,
            GaplessPatterns::threeBlackCrows),
    HARAMI(
            "a short body inside a long one; the sign is against the long one's",
            11,
            ClassicPatterns::harami,
            GaplessPatterns::harami),
    PIERCING_LINE(
            "long fall, then a long rise from below its low to above its middle",
            11,
            ClassicPatterns::piercingLine,
            GaplessPatterns::piercingLine),
    DARK_CLOUD_COVER(
            "long rise, then a fall from above its high to below its middle",
            11,
            ClassicPatterns::darkCloudCover,
            GaplessPatterns::darkCloudCover),
    TWEEZER_TOP(
            "long rise, then a fall from an equal high (within a twentieth of the recent range), the highest of five",
            11,
            ClassicPatterns::tweezerTop,
            GaplessPatterns::tweezerTop),
    TWEEZER_BOTTOM(
            "long fall, then a rise from an equal low (within a twentieth of the recent range), the lowest of five",
            11,
            ClassicPatterns::tweezerBottom,
            GaplessPatterns::tweezerBottom),
    MARUBOZU("long body with hardly a shadow", 10, ClassicPatterns::marubozu, GaplessPatterns::marubozu),
    INVERTED_HAMMER(
            "short body below the one before, upper shadow longer than the body, hardly a lower one",
            11,
            ClassicPatterns::invertedHammer,
            null),
    HANGING_MAN(
            "short body at or near the high before, lower shadow longer than the body, hardly an upper one",
            11,
            ClassicPatterns::hangingMan,
            null),
    SPINNING_TOP("short body between longer shadows", 10, ClassicPatterns::spinningTop, null),
    DRAGONFLY_DOJI("a doji on a lower shadow only", 10, ClassicPatterns::dragonflyDoji, null);

    /** First row at which every gapless form has the candles and averages it looks at. */
    static final int GAPLESS_LOOKBACK = 13;

    final String text;
    final int lookback;
    final ToIntFunction<Candles> classic;
    final @Nullable ToIntFunction<Candles> gapless;

    Pattern(String text, int lookback, ToIntFunction<Candles> classic, @Nullable ToIntFunction<Candles> gapless) {
        this.text = text;
        this.lookback = lookback;
        this.classic = classic;
        this.gapless = gapless;
    }
}
