package io.tradewind.benchmarks.features;

import java.util.List;

/** TA-Lib's candlestick patterns that this engine has too, each with the features that are its signs. */
final class TaLibPatterns {
    static final List<String> NAMES = List.of(
            "doji",
            "hammer",
            "inverted_hammer",
            "hanging_man",
            "shooting_star",
            "engulfing",
            "morning_star",
            "evening_star",
            "three_white_soldiers",
            "three_black_crows",
            "harami",
            "piercing_line",
            "dark_cloud_cover",
            "marubozu",
            "spinning_top");

    /** In the order of the names; each leaves its signs in {@link TaLib#signs}. */
    static final List<TaLib.Call> CALLS = List.of(
            t -> t.core.cdlDoji(0, t.last, t.open, t.high, t.low, t.close, t.begin, t.length, t.signs),
            t -> t.core.cdlHammer(0, t.last, t.open, t.high, t.low, t.close, t.begin, t.length, t.signs),
            t -> t.core.cdlInvertedHammer(0, t.last, t.open, t.high, t.low, t.close, t.begin, t.length, t.signs),
            t -> t.core.cdlHangingMan(0, t.last, t.open, t.high, t.low, t.close, t.begin, t.length, t.signs),
            t -> t.core.cdlShootingStar(0, t.last, t.open, t.high, t.low, t.close, t.begin, t.length, t.signs),
            t -> t.core.cdlEngulfing(0, t.last, t.open, t.high, t.low, t.close, t.begin, t.length, t.signs),
            t -> t.core.cdlMorningStar(0, t.last, t.open, t.high, t.low, t.close, 0.3, t.begin, t.length, t.signs),
            t -> t.core.cdlEveningStar(0, t.last, t.open, t.high, t.low, t.close, 0.3, t.begin, t.length, t.signs),
            t -> t.core.cdl3WhiteSoldiers(0, t.last, t.open, t.high, t.low, t.close, t.begin, t.length, t.signs),
            t -> t.core.cdl3BlackCrows(0, t.last, t.open, t.high, t.low, t.close, t.begin, t.length, t.signs),
            t -> t.core.cdlHarami(0, t.last, t.open, t.high, t.low, t.close, t.begin, t.length, t.signs),
            t -> t.core.cdlPiercing(0, t.last, t.open, t.high, t.low, t.close, t.begin, t.length, t.signs),
            t -> t.core.cdlDarkCloudCover(0, t.last, t.open, t.high, t.low, t.close, 0.5, t.begin, t.length, t.signs),
            t -> t.core.cdlMarubozu(0, t.last, t.open, t.high, t.low, t.close, t.begin, t.length, t.signs),
            t -> t.core.cdlSpinningTop(0, t.last, t.open, t.high, t.low, t.close, t.begin, t.length, t.signs));

    private TaLibPatterns() {}

    static void runAll(TaLib lib) {
        CALLS.forEach(call -> call.run(lib));
    }
}
