package io.tradewind.market.pattern;

import java.util.function.ToIntFunction;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** Some patterns over one memory of candles. */
final class PatternKernel extends Kernel {
    private final Candles candles = new Candles();
    private final ToIntFunction<Candles>[] patterns;
    private final int[] lookbacks;

    PatternKernel(ToIntFunction<Candles>[] patterns, int[] lookbacks) {
        this.patterns = patterns.clone();
        this.lookbacks = lookbacks.clone();
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            int row = in.start + i;
            candles.add(in.open[in.offset + i], in.high[in.offset + i], in.low[in.offset + i], in.close[in.offset + i]);
            for (int j = 0; j < patterns.length; j++) {
                out[j][from + i] = row >= lookbacks[j] ? patterns[j].applyAsInt(candles) : Double.NaN;
            }
        }
    }

    @Override
    public void state(StateCodec codec) {
        candles.state(codec);
    }
}
