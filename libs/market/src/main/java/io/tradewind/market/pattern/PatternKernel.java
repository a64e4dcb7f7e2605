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
    public void update(Block in, int n, double[] out, int base, int stride) {
        for (int i = 0; i < n; i++) {
            int row = in.start + i;
            candles.add(in.open[i], in.high[i], in.low[i], in.close[i]);
            for (int j = 0; j < patterns.length; j++) {
                out[base + j * stride + i] = row >= lookbacks[j] ? patterns[j].applyAsInt(candles) : Double.NaN;
            }
        }
    }

    @Override
    public void state(StateCodec codec) {
        candles.state(codec);
    }
}
