package io.tradewind.market.feature;

import java.util.ArrayList;
import java.util.List;

/** Which features are in which named set. */
final class NamedSets {
    static final List<String> NAMES = List.of("seed", "alpha158", "stationary", "candle", "all");

    /**
     * Scale-free, and warm within three hundred candles: long averages, regimes and GARCH would cost a model a
     * thousand rows of its training data.
     */
    private static final List<String> STATIONARY = List.of(
            "log_return_1",
            "return_lag_1",
            "return_lag_2",
            "return_lag_3",
            "return_lag_5",
            "price_range",
            "body",
            "upper_shadow",
            "lower_shadow",
            "gap",
            "close_location",
            "sma_5_distance",
            "sma_10_distance",
            "sma_20_distance",
            "sma_50_distance",
            "ema_5_distance",
            "ema_10_distance",
            "ema_20_distance",
            "macd_relative",
            "macd_signal_relative",
            "macd_hist_relative",
            "bb_position",
            "bb_width",
            "natr_14",
            "true_range_relative",
            "parkinson_20",
            "yang_zhang_20",
            "volume_ratio_20",
            "volume_zscore_20",
            "volume_change",
            "mfi_14",
            "vwap_20_distance",
            "chaikin_money_flow_20",
            "obv_flow_20",
            "rsi_7",
            "rsi_14",
            "stoch_k",
            "stoch_d",
            "willr_14",
            "aroon_osc_25",
            "roc_5",
            "roc_10",
            "roc_20",
            "cci_20",
            "ultosc_7_14_28",
            "di_difference_14",
            "linreg_slope_14_relative",
            "linreg_r2_14",
            "return_mean_5",
            "return_mean_10",
            "return_mean_20",
            "volatility_5",
            "volatility_10",
            "volatility_20",
            "volatility_50",
            "return_skew_20",
            "return_zscore_20",
            "candle_direction",
            "body_ratio",
            "run_length",
            "up_share_10",
            "range_growth",
            "volume_imbalance_20",
            "market_pressure_20",
            "order_imbalance_20",
            "roll_spread_20",
            "trend_score_50",
            "efficiency_50");

    private NamedSets() {}

    static List<String> features(String set) {
        return switch (set) {
            case "stationary" -> STATIONARY;
            case "alpha158" -> group("alpha158");
            case "candle" -> group("candle");
            case "seed" -> seed();
            case "all" -> FeatureCatalogue.names();
            default ->
                throw new IllegalArgumentException(
                        "unknown feature set '" + set + "', known: " + String.join(", ", NAMES));
        };
    }

    private static List<String> group(String group) {
        return FeatureCatalogue.all().stream()
                .filter(definition -> definition.group().equals(group))
                .map(definition -> definition.name())
                .toList();
    }

    private static List<String> seed() {
        List<String> names = new ArrayList<>(FeatureCatalogue.names());
        names.removeAll(group("alpha158"));
        names.removeAll(group("candle"));
        return names;
    }
}
