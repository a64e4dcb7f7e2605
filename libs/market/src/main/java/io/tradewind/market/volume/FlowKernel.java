package io.tradewind.market.volume;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingSum;

/** Volume-weighted price, money flow and signed volume over a length. */
final class FlowKernel extends Kernel {
    static final int VWAP = 0;
    static final int VWAP_DISTANCE = 1;
    static final int CHAIKIN = 2;
    static final int OBV_FLOW = 3;
    static final int OUTPUTS = 4;

    private final int length;
    private final RollingSum volumes;
    private final RollingSum traded;
    private final RollingSum prices;
    private final RollingSum flows;
    private final RollingSum signed;

    FlowKernel(int length) {
        this.length = length;
        this.volumes = new RollingSum(length);
        this.traded = new RollingSum(length);
        this.prices = new RollingSum(length);
        this.flows = new RollingSum(length);
        this.signed = new RollingSum(length);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            double close = in.close[in.offset + i];
            double volume = in.volume[in.offset + i];
            double typical = (in.high[in.offset + i] + in.low[in.offset + i] + close) / 3;
            double total = volumes.push(volume);
            double money = traded.push(typical * volume);
            double plain = prices.push(typical) / length;
            double flow = flows.push(MoneyFlow.of(in, i));
            double sign = Math.signum(close - in.previousClose[i]);
            double net = signed.push(sign * volume);
            double vwap = total > 0 ? money / total : plain;
            int row = in.start + i;
            boolean ready = row >= length - 1;
            out[0][from + i] = ready ? vwap : Double.NaN;
            out[1][from + i] = ready ? close / vwap - 1 : Double.NaN;
            out[2][from + i] = ready ? (total > 0 ? flow / total : 0) : Double.NaN;
            out[3][from + i] = row >= length ? (total > 0 ? net / total : 0) : Double.NaN;
        }
    }

    @Override
    public void state(StateCodec codec) {
        volumes.state(codec);
        traded.state(codec);
        prices.state(codec);
        flows.state(codec);
        signed.state(codec);
    }
}
