package io.tradewind.market.pattern;

/**
 * The same patterns for markets that trade around the clock, where a candle opens where the last one closed.
 *
 * <p>A gap between bodies says that the market jumped over night. Where there is no night, its place is taken by the
 * extreme: the candle that would have gapped stands at the top or bottom of the last five. Bodies may touch within a
 * twentieth of the recent range.
 */
final class GaplessPatterns {
    /** Share of its own range that a doji's body may have. */
    private static final double DOJI = 0.1;
    /** Share of its own range that a marubozu's body must have. */
    private static final double MARUBOZU = 0.95;
    /** Share of its body that a soldier's or crow's shadow may have. */
    private static final double SHADOW = 0.3;

    private GaplessPatterns() {}

    static int doji(Candles c) {
        return c.range(0) > 0 && c.body(0) <= DOJI * c.range(0) ? 1 : 0;
    }

    static int marubozu(Candles c) {
        boolean full = c.body(0) >= MARUBOZU * c.range(0);
        return full && c.longBody(0) ? ClassicPatterns.colour(c, 0) : 0;
    }

    static int hammer(Candles c) {
        return ClassicPatterns.hammerShape(c) && c.lowerShadow(0) >= 2 * c.body(0) && c.bottoms(0) ? 1 : 0;
    }

    static int shootingStar(Candles c) {
        return ClassicPatterns.invertedShape(c) && c.upperShadow(0) >= 2 * c.body(0) && c.tops(0) ? -1 : 0;
    }

    static int engulfing(Candles c) {
        double slack = c.equal(0);
        boolean larger = c.body(0) > c.body(1) && c.body(1) > c.tiny(1);
        if (larger && c.white(0) && c.black(1)) {
            return c.open(0) <= c.close(1) + slack && c.close(0) > c.open(1) ? 1 : 0;
        }
        if (larger && c.black(0) && c.white(1)) {
            return c.open(0) >= c.close(1) - slack && c.close(0) < c.open(1) ? -1 : 0;
        }
        return 0;
    }

    static int harami(Candles c) {
        double slack = c.equal(0);
        boolean inside = c.bodyTop(0) <= c.bodyTop(1) + slack && c.bodyBottom(0) >= c.bodyBottom(1) - slack;
        boolean sizes = c.longBody(1) && c.body(0) <= 0.5 * c.body(1);
        boolean turns = c.white(0) != c.white(1);
        return inside && sizes && turns ? -ClassicPatterns.colour(c, 1) : 0;
    }

    static int piercingLine(Candles c) {
        boolean bodies = c.black(1) && c.longBody(1) && c.white(0) && c.longBody(0);
        boolean pierces = c.open(0) <= c.close(1) + c.equal(0)
                && c.close(0) < c.open(1)
                && c.close(0) > c.close(1) + 0.5 * c.body(1);
        return bodies && pierces && (c.bottoms(1) || c.bottoms(0)) ? 1 : 0;
    }

    static int darkCloudCover(Candles c) {
        boolean bodies = c.white(1) && c.longBody(1) && c.black(0) && c.longBody(0);
        boolean covers = c.open(0) >= c.close(1) - c.equal(0)
                && c.close(0) > c.open(1)
                && c.close(0) < c.close(1) - 0.5 * c.body(1);
        return bodies && covers && (c.tops(1) || c.tops(0)) ? -1 : 0;
    }

    static int morningStar(Candles c) {
        boolean low = c.bodyTop(1) <= c.close(2) + 0.3 * c.body(2);
        boolean found = ClassicPatterns.starSizes(c) && c.black(2) && c.white(0) && low && c.bottoms(1);
        return found && ClassicPatterns.recovers(c) ? 1 : 0;
    }

    static int eveningStar(Candles c) {
        boolean high = c.bodyBottom(1) >= c.close(2) - 0.3 * c.body(2);
        boolean found = ClassicPatterns.starSizes(c) && c.white(2) && c.black(0) && high && c.tops(1);
        return found && ClassicPatterns.relapses(c) ? -1 : 0;
    }

    static int threeWhiteSoldiers(Candles c) {
        for (int ago = 2; ago >= 0; ago--) {
            if (!c.white(ago) || c.body(ago) <= c.tiny(ago) || c.upperShadow(ago) > SHADOW * c.body(ago)) {
                return 0;
            }
        }
        boolean bodies = c.body(1) > c.body(2) - c.far(2) && c.body(0) > c.body(1) - c.far(1) && c.longBody(0);
        return bodies && opensInside(c, 1) && opensInside(c, 0) && c.close(0) > c.close(1) && c.close(1) > c.close(2)
                ? 1
                : 0;
    }

    static int threeBlackCrows(Candles c) {
        for (int ago = 2; ago >= 0; ago--) {
            if (!c.black(ago) || c.body(ago) <= c.tiny(ago) || c.lowerShadow(ago) > SHADOW * c.body(ago)) {
                return 0;
            }
        }
        boolean bodies = c.body(1) > c.body(2) - c.far(2) && c.body(0) > c.body(1) - c.far(1) && c.longBody(0);
        return bodies && opensInside(c, 1) && opensInside(c, 0) && c.close(0) < c.close(1) && c.close(1) < c.close(2)
                ? -1
                : 0;
    }

    /** Opens in the body of the candle before, or nearly. */
    private static boolean opensInside(Candles c, int ago) {
        double slack = c.near(ago + 1);
        return c.open(ago) <= c.bodyTop(ago + 1) + slack && c.open(ago) >= c.bodyBottom(ago + 1) - slack;
    }

    static int tweezerTop(Candles c) {
        boolean equal = Math.abs(c.high(0) - c.high(1)) <= 2 * c.equal(0);
        return equal && c.white(1) && c.black(0) && (c.tops(1) || c.tops(0)) ? -1 : 0;
    }

    static int tweezerBottom(Candles c) {
        boolean equal = Math.abs(c.low(0) - c.low(1)) <= 2 * c.equal(0);
        return equal && c.black(1) && c.white(0) && (c.bottoms(1) || c.bottoms(0)) ? 1 : 0;
    }
}
