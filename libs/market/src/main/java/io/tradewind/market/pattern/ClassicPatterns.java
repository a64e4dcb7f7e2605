package io.tradewind.market.pattern;

/**
 * Candlestick patterns as TA-Lib defines them with its default settings.
 *
 * <p>Results are 1, -1 or 0. TA-Lib's 80, where a body's end coincides with the other's, is a 1 here.
 */
final class ClassicPatterns {
    private static final double STAR_PENETRATION = 0.3;
    private static final double COVER_PENETRATION = 0.5;

    private ClassicPatterns() {}

    static int doji(Candles c) {
        return c.body(0) <= c.tiny(0) ? 1 : 0;
    }

    static int dragonflyDoji(Candles c) {
        return c.body(0) <= c.tiny(0) && c.upperShadow(0) < c.tiny(0) && c.lowerShadow(0) > c.tiny(0) ? 1 : 0;
    }

    static int spinningTop(Candles c) {
        boolean found = c.shortBody(0) && c.upperShadow(0) > c.body(0) && c.lowerShadow(0) > c.body(0);
        return found ? colour(c, 0) : 0;
    }

    static int marubozu(Candles c) {
        boolean found = c.longBody(0) && c.upperShadow(0) < c.tiny(0) && c.lowerShadow(0) < c.tiny(0);
        return found ? colour(c, 0) : 0;
    }

    static int hammer(Candles c) {
        boolean found = hammerShape(c) && c.bodyBottom(0) <= c.low(1) + c.near(1);
        return found ? 1 : 0;
    }

    static int hangingMan(Candles c) {
        boolean found = hammerShape(c) && c.bodyBottom(0) >= c.high(1) - c.near(1);
        return found ? -1 : 0;
    }

    static int invertedHammer(Candles c) {
        return invertedShape(c) && c.bodyTop(0) < c.bodyBottom(1) ? 1 : 0;
    }

    static int shootingStar(Candles c) {
        return invertedShape(c) && c.bodyBottom(0) > c.bodyTop(1) ? -1 : 0;
    }

    /** A short body on a long lower shadow. */
    static boolean hammerShape(Candles c) {
        return c.shortBody(0) && c.lowerShadow(0) > c.body(0) && c.upperShadow(0) < c.tiny(0);
    }

    /** A short body under a long upper shadow. */
    static boolean invertedShape(Candles c) {
        return c.shortBody(0) && c.upperShadow(0) > c.body(0) && c.lowerShadow(0) < c.tiny(0);
    }

    static int engulfing(Candles c) {
        if (c.white(0) && c.black(1)) {
            return c.close(0) >= c.open(1) && c.open(0) < c.close(1)
                            || c.close(0) > c.open(1) && c.open(0) <= c.close(1)
                    ? 1
                    : 0;
        }
        if (c.black(0) && c.white(1)) {
            return c.open(0) >= c.close(1) && c.close(0) < c.open(1)
                            || c.open(0) > c.close(1) && c.close(0) <= c.open(1)
                    ? -1
                    : 0;
        }
        return 0;
    }

    static int harami(Candles c) {
        boolean inside = c.bodyTop(0) <= c.bodyTop(1) && c.bodyBottom(0) >= c.bodyBottom(1);
        boolean sizes = c.longBody(1) && c.body(0) <= c.usualBody(0);
        return inside && sizes ? -colour(c, 1) : 0;
    }

    static int piercingLine(Candles c) {
        boolean bodies = c.black(1) && c.longBody(1) && c.white(0) && c.longBody(0);
        boolean pierces = c.open(0) < c.low(1)
                && c.close(0) < c.open(1)
                && c.close(0) > c.close(1) + COVER_PENETRATION * c.body(1);
        return bodies && pierces ? 1 : 0;
    }

    static int darkCloudCover(Candles c) {
        boolean bodies = c.white(1) && c.longBody(1) && c.black(0);
        boolean covers = c.open(0) > c.high(1)
                && c.close(0) > c.open(1)
                && c.close(0) < c.close(1) - COVER_PENETRATION * c.body(1);
        return bodies && covers ? -1 : 0;
    }

    static int morningStar(Candles c) {
        return starSizes(c) && c.black(2) && c.white(0) && c.bodyTop(1) < c.bodyBottom(2) && recovers(c) ? 1 : 0;
    }

    static int eveningStar(Candles c) {
        return starSizes(c) && c.white(2) && c.black(0) && c.bodyBottom(1) > c.bodyTop(2) && relapses(c) ? -1 : 0;
    }

    /** Long, short, not short. */
    static boolean starSizes(Candles c) {
        return c.longBody(2) && c.body(1) <= c.usualBody(1) && c.longBody(0);
    }

    static boolean recovers(Candles c) {
        return c.close(0) > c.close(2) + STAR_PENETRATION * c.body(2);
    }

    static boolean relapses(Candles c) {
        return c.close(0) < c.close(2) - STAR_PENETRATION * c.body(2);
    }

    static int threeWhiteSoldiers(Candles c) {
        boolean colours = c.white(2) && c.white(1) && c.white(0);
        boolean shadows = c.upperShadow(2) < c.tiny(2) && c.upperShadow(1) < c.tiny(1) && c.upperShadow(0) < c.tiny(0);
        boolean climbs = c.close(0) > c.close(1) && c.close(1) > c.close(2);
        boolean opens = c.open(1) > c.open(2)
                && c.open(1) <= c.close(2) + c.near(2)
                && c.open(0) > c.open(1)
                && c.open(0) <= c.close(1) + c.near(1);
        boolean bodies = c.body(1) > c.body(2) - c.far(2) && c.body(0) > c.body(1) - c.far(1) && c.longBody(0);
        return colours && shadows && climbs && opens && bodies ? 1 : 0;
    }

    static int threeBlackCrows(Candles c) {
        boolean colours = c.white(3) && c.black(2) && c.black(1) && c.black(0);
        boolean shadows = c.lowerShadow(2) < c.tiny(2) && c.lowerShadow(1) < c.tiny(1) && c.lowerShadow(0) < c.tiny(0);
        boolean opens =
                c.open(1) < c.open(2) && c.open(1) > c.close(2) && c.open(0) < c.open(1) && c.open(0) > c.close(1);
        boolean falls = c.high(3) > c.close(2) && c.close(2) > c.close(1) && c.close(1) > c.close(0);
        return colours && shadows && opens && falls ? -1 : 0;
    }

    /** Not in TA-Lib: a rise, then a fall from an equal high that is the highest of five. */
    static int tweezerTop(Candles c) {
        boolean equal = Math.abs(c.high(0) - c.high(1)) <= c.equal(0);
        return equal && c.white(1) && c.black(0) && c.longBody(1) && c.tops(1) ? -1 : 0;
    }

    /** Not in TA-Lib: a fall, then a rise from an equal low that is the lowest of five. */
    static int tweezerBottom(Candles c) {
        boolean equal = Math.abs(c.low(0) - c.low(1)) <= c.equal(0);
        return equal && c.black(1) && c.white(0) && c.longBody(1) && c.bottoms(1) ? 1 : 0;
    }

    static int colour(Candles c, int ago) {
        return c.white(ago) ? 1 : -1;
    }
}
