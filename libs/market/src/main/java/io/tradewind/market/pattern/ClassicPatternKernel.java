package io.tradewind.market.pattern;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/**
 * Every classic pattern over one memory of candles.
 *
 * <p>Calls are written out, in the order of {@link Pattern}: through function objects none of them would be inlined.
 */
final class ClassicPatternKernel extends Kernel {
    private static final Pattern[] PATTERNS = Pattern.values();

    private final Candles candles = new Candles();

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        candles.load(in, n);
        for (int i = 0; i < n; i++) {
            candles.look(i);
            if (in.start + i < Candles.DEEPEST) {
                lookEarly(in.start + i, out, from + i);
                continue;
            }
            look(out, from + i);
            lookOn(out, from + i);
        }
        candles.unload(n);
        for (int j = 0; j < out.length; j++) {
            blank(in, n, out[j], from, PATTERNS[j].lookback);
        }
    }

    /** The first candles have too few before them for any but the pair that looks back at one. */
    private void lookEarly(int row, double[][] out, int at) {
        int engulfing = row > 0 ? ClassicPatterns.engulfing(candles) : 0;
        if (out[3] != null) {
            out[3][at] = Math.max(0, engulfing);
        }
        if (out[4] != null) {
            out[4][at] = Math.min(0, engulfing);
        }
    }

    private void look(double[][] out, int at) {
        if (out[0] != null) {
            out[0][at] = ClassicPatterns.doji(candles);
        }
        if (out[1] != null) {
            out[1][at] = ClassicPatterns.hammer(candles);
        }
        if (out[2] != null) {
            out[2][at] = ClassicPatterns.shootingStar(candles);
        }
        if (out[3] != null) {
            out[3][at] = Math.max(0, ClassicPatterns.engulfing(candles));
        }
        if (out[4] != null) {
            out[4][at] = Math.min(0, ClassicPatterns.engulfing(candles));
        }
        if (out[5] != null) {
            out[5][at] = ClassicPatterns.morningStar(candles);
        }
        if (out[6] != null) {
            out[6][at] = ClassicPatterns.eveningStar(candles);
        }
        if (out[7] != null) {
            out[7][at] = ClassicPatterns.threeWhiteSoldiers(candles);
        }
        if (out[8] != null) {
            out[8][at] = ClassicPatterns.threeBlackCrows(candles);
        }
        if (out[9] != null) {
            out[9][at] = ClassicPatterns.harami(candles);
        }
    }

    private void lookOn(double[][] out, int at) {
        if (out[10] != null) {
            out[10][at] = ClassicPatterns.piercingLine(candles);
        }
        if (out[11] != null) {
            out[11][at] = ClassicPatterns.darkCloudCover(candles);
        }
        if (out[12] != null) {
            out[12][at] = ClassicPatterns.tweezerTop(candles);
        }
        if (out[13] != null) {
            out[13][at] = ClassicPatterns.tweezerBottom(candles);
        }
        if (out[14] != null) {
            out[14][at] = ClassicPatterns.marubozu(candles);
        }
        if (out[15] != null) {
            out[15][at] = ClassicPatterns.invertedHammer(candles);
        }
        if (out[16] != null) {
            out[16][at] = ClassicPatterns.hangingMan(candles);
        }
        if (out[17] != null) {
            out[17][at] = ClassicPatterns.spinningTop(candles);
        }
        if (out[18] != null) {
            out[18][at] = ClassicPatterns.dragonflyDoji(candles);
        }
    }

    @Override
    public boolean skipsUnwanted() {
        return true;
    }

    @Override
    public void state(StateCodec codec) {
        candles.state(codec);
    }
}
