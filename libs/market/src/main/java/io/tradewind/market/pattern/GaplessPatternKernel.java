package io.tradewind.market.pattern;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/**
 * Every gapless pattern over one memory of candles.
 *
 * <p>Calls are written out, in the order of {@link Pattern}: through function objects none of them would be inlined.
 */
final class GaplessPatternKernel extends Kernel {
    private final Candles candles = new Candles();

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        candles.load(in, n);
        for (int i = Math.max(0, Candles.DEEPEST - in.start); i < n; i++) {
            candles.look(i);
            look(out, from + i);
            lookOn(out, from + i);
        }
        candles.unload(n);
        for (int j = 0; j < out.length; j++) {
            blank(in, n, out[j], from, Pattern.GAPLESS_LOOKBACK);
        }
    }

    private void look(double[][] out, int at) {
        if (out[0] != null) {
            out[0][at] = GaplessPatterns.doji(candles);
        }
        if (out[1] != null) {
            out[1][at] = GaplessPatterns.hammer(candles);
        }
        if (out[2] != null) {
            out[2][at] = GaplessPatterns.shootingStar(candles);
        }
        if (out[3] != null) {
            out[3][at] = Math.max(0, GaplessPatterns.engulfing(candles));
        }
        if (out[4] != null) {
            out[4][at] = Math.min(0, GaplessPatterns.engulfing(candles));
        }
        if (out[5] != null) {
            out[5][at] = GaplessPatterns.morningStar(candles);
        }
        if (out[6] != null) {
            out[6][at] = GaplessPatterns.eveningStar(candles);
        }
        if (out[7] != null) {
            out[7][at] = GaplessPatterns.threeWhiteSoldiers(candles);
        }
        if (out[8] != null) {
            out[8][at] = GaplessPatterns.threeBlackCrows(candles);
        }
        if (out[9] != null) {
            out[9][at] = GaplessPatterns.harami(candles);
        }
    }

    private void lookOn(double[][] out, int at) {
        if (out[10] != null) {
            out[10][at] = GaplessPatterns.piercingLine(candles);
        }
        if (out[11] != null) {
            out[11][at] = GaplessPatterns.darkCloudCover(candles);
        }
        if (out[12] != null) {
            out[12][at] = GaplessPatterns.tweezerTop(candles);
        }
        if (out[13] != null) {
            out[13][at] = GaplessPatterns.tweezerBottom(candles);
        }
        if (out[14] != null) {
            out[14][at] = GaplessPatterns.marubozu(candles);
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
