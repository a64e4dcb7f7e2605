package io.tradewind.benchmarks.features;

import java.util.List;
import java.util.function.Function;

import com.tictactec.ta.lib.MAType;
import org.jspecify.annotations.Nullable;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.CCIIndicator;
import org.ta4j.core.indicators.CMOIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.ParabolicSarIndicator;
import org.ta4j.core.indicators.ROCIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.WilliamsRIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.adx.MinusDIIndicator;
import org.ta4j.core.indicators.adx.PlusDIIndicator;
import org.ta4j.core.indicators.aroon.AroonDownIndicator;
import org.ta4j.core.indicators.aroon.AroonUpIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.KAMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.volume.AccumulationDistributionIndicator;
import org.ta4j.core.indicators.volume.ChaikinOscillatorIndicator;
import org.ta4j.core.indicators.volume.MoneyFlowIndexIndicator;
import org.ta4j.core.indicators.volume.OnBalanceVolumeIndicator;
import org.ta4j.core.num.Num;

/** An indicator that more than one library has, and how each of them is asked for it. */
public enum SharedIndicator {
    SMA(
            List.of("sma_20"),
            t -> t.core.sma(0, t.last, t.close, 20, t.begin, t.length, t.first),
            s -> List.of(new SMAIndicator(close(s), 20))),
    EMA(
            List.of("ema_20"),
            t -> t.core.ema(0, t.last, t.close, 20, t.begin, t.length, t.first),
            s -> List.of(new EMAIndicator(close(s), 20))),
    RSI(
            List.of("rsi_14"),
            t -> t.core.rsi(0, t.last, t.close, 14, t.begin, t.length, t.first),
            s -> List.of(new RSIIndicator(close(s), 14))),
    MACD(
            List.of("macd", "macd_signal", "macd_hist"),
            t -> t.core.macd(0, t.last, t.close, 12, 26, 9, t.begin, t.length, t.first, t.second, t.third),
            SharedIndicator::macd),
    ATR(
            List.of("atr_14"),
            t -> t.core.atr(0, t.last, t.high, t.low, t.close, 14, t.begin, t.length, t.first),
            s -> List.of(new ATRIndicator(s, 14))),
    ADX(
            List.of("adx_14"),
            t -> t.core.adx(0, t.last, t.high, t.low, t.close, 14, t.begin, t.length, t.first),
            s -> List.of(new ADXIndicator(s, 14))),
    PLUS_DI(
            List.of("plus_di_14"),
            t -> t.core.plusDI(0, t.last, t.high, t.low, t.close, 14, t.begin, t.length, t.first),
            s -> List.of(new PlusDIIndicator(s, 14))),
    MINUS_DI(
            List.of("minus_di_14"),
            t -> t.core.minusDI(0, t.last, t.high, t.low, t.close, 14, t.begin, t.length, t.first),
            s -> List.of(new MinusDIIndicator(s, 14))),
    CCI(
            List.of("cci_20"),
            t -> t.core.cci(0, t.last, t.high, t.low, t.close, 20, t.begin, t.length, t.first),
            s -> List.of(new CCIIndicator(s, 20))),
    STOCH(
            List.of("stoch_k", "stoch_d"),
            t -> t.core.stoch(
                    0,
                    t.last,
                    t.high,
                    t.low,
                    t.close,
                    14,
                    3,
                    MAType.Sma,
                    3,
                    MAType.Sma,
                    t.begin,
                    t.length,
                    t.first,
                    t.second),
            SharedIndicator::stochastic),
    ROC(
            List.of("roc_10"),
            t -> t.core.roc(0, t.last, t.close, 10, t.begin, t.length, t.first),
            s -> List.of(new ROCIndicator(close(s), 10))),
    OBV(
            List.of("obv"),
            t -> t.core.obv(0, t.last, t.close, t.volume, t.begin, t.length, t.first),
            s -> List.of(new OnBalanceVolumeIndicator(s))),
    BBANDS(
            List.of("bb_upper", "bb_middle", "bb_lower"),
            t -> t.core.bbands(0, t.last, t.close, 20, 2, 2, MAType.Sma, t.begin, t.length, t.first, t.second, t.third),
            SharedIndicator::bands),
    WILLR(
            List.of("willr_14"),
            t -> t.core.willR(0, t.last, t.high, t.low, t.close, 14, t.begin, t.length, t.first),
            s -> List.of(new WilliamsRIndicator(s, 14))),
    MFI(
            List.of("mfi_14"),
            t -> t.core.mfi(0, t.last, t.high, t.low, t.close, t.volume, 14, t.begin, t.length, t.first),
            s -> List.of(new MoneyFlowIndexIndicator(s, 14))),
    CMO(
            List.of("cmo_14"),
            t -> t.core.cmo(0, t.last, t.close, 14, t.begin, t.length, t.first),
            s -> List.of(new CMOIndicator(close(s), 14))),
    MOM(List.of("mom_10"), t -> t.core.mom(0, t.last, t.close, 10, t.begin, t.length, t.first), null),
    AROON(
            List.of("aroon_down_25", "aroon_up_25"),
            t -> t.core.aroon(0, t.last, t.high, t.low, 25, t.begin, t.length, t.first, t.second),
            s -> List.of(new AroonDownIndicator(s, 25), new AroonUpIndicator(s, 25))),
    STDDEV(
            List.of("stddev_20"),
            t -> t.core.stdDev(0, t.last, t.close, 20, 1, t.begin, t.length, t.first),
            s -> List.of(new StandardDeviationIndicator(close(s), 20))),
    LINREG_SLOPE(
            List.of("linreg_slope_14"),
            t -> t.core.linearRegSlope(0, t.last, t.close, 14, t.begin, t.length, t.first),
            null),
    SAR(
            List.of("sar"),
            t -> t.core.sar(0, t.last, t.high, t.low, 0.02, 0.2, t.begin, t.length, t.first),
            s -> List.of(new ParabolicSarIndicator(s))),
    AD(
            List.of("ad"),
            t -> t.core.ad(0, t.last, t.high, t.low, t.close, t.volume, t.begin, t.length, t.first),
            s -> List.of(new AccumulationDistributionIndicator(s))),
    ADOSC(
            List.of("adosc_3_10"),
            t -> t.core.adOsc(0, t.last, t.high, t.low, t.close, t.volume, 3, 10, t.begin, t.length, t.first),
            s -> List.of(new ChaikinOscillatorIndicator(s, 3, 10))),
    TRIX(List.of("trix_15"), t -> t.core.trix(0, t.last, t.close, 15, t.begin, t.length, t.first), null),
    ULTOSC(
            List.of("ultosc_7_14_28"),
            t -> t.core.ultOsc(0, t.last, t.high, t.low, t.close, 7, 14, 28, t.begin, t.length, t.first),
            null),
    KAMA(
            List.of("kama_30"),
            t -> t.core.kama(0, t.last, t.close, 30, t.begin, t.length, t.first),
            s -> List.of(new KAMAIndicator(close(s), 30, 2, 30))),
    PATTERNS_15(
            List.of(
                    "pattern_doji",
                    "pattern_hammer",
                    "pattern_inverted_hammer",
                    "pattern_hanging_man",
                    "pattern_shooting_star",
                    "pattern_engulfing_bullish",
                    "pattern_engulfing_bearish",
                    "pattern_morning_star",
                    "pattern_evening_star",
                    "pattern_three_white_soldiers",
                    "pattern_three_black_crows",
                    "pattern_harami",
                    "pattern_piercing_line",
                    "pattern_dark_cloud_cover",
                    "pattern_marubozu",
                    "pattern_spinning_top"),
            TaLibPatterns::runAll,
            null);

    final List<String> features;
    final TaLib.Call taLib;
    final @Nullable Function<BarSeries, List<Indicator<Num>>> ta4j;

    SharedIndicator(List<String> features, TaLib.Call taLib, @Nullable Function<BarSeries, List<Indicator<Num>>> ta4j) {
        this.features = features;
        this.taLib = taLib;
        this.ta4j = ta4j;
    }

    private static Indicator<Num> close(BarSeries series) {
        return new ClosePriceIndicator(series);
    }

    private static List<Indicator<Num>> macd(BarSeries series) {
        MACDIndicator macd = new MACDIndicator(close(series), 12, 26);
        return List.of(macd, macd.getSignalLine(9), macd.getHistogram(9));
    }

    private static List<Indicator<Num>> stochastic(BarSeries series) {
        Indicator<Num> slow = new SMAIndicator(new StochasticOscillatorKIndicator(series, 14), 3);
        return List.of(slow, new SMAIndicator(slow, 3));
    }

    private static List<Indicator<Num>> bands(BarSeries series) {
        BollingerBandsMiddleIndicator middle = new BollingerBandsMiddleIndicator(new SMAIndicator(close(series), 20));
        Indicator<Num> deviation = new StandardDeviationIndicator(close(series), 20);
        return List.of(
                new BollingerBandsUpperIndicator(middle, deviation),
                middle,
                new BollingerBandsLowerIndicator(middle, deviation));
    }
}
