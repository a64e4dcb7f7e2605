package io.tradewind.benchmarks.features;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MInteger;
import io.tradewind.market.candle.CandleSeries;

/** TA-Lib's Java port over one series, with its outputs allocated once: as fast as it can be called. */
final class TaLib {
    final Core core = new Core();
    final double[] open;
    final double[] high;
    final double[] low;
    final double[] close;
    final double[] volume;
    final int last;
    final MInteger begin = new MInteger();
    final MInteger length = new MInteger();
    final double[] first;
    final double[] second;
    final double[] third;
    final int[] signs;

    TaLib(CandleSeries series) {
        open = series.opens();
        high = series.highs();
        low = series.lows();
        close = series.closes();
        volume = series.volumes();
        last = series.size() - 1;
        first = new double[series.size()];
        second = new double[series.size()];
        third = new double[series.size()];
        signs = new int[series.size()];
    }

    /** One indicator over the whole series. */
    @FunctionalInterface
    interface Call {
        void run(TaLib lib);
    }
}
