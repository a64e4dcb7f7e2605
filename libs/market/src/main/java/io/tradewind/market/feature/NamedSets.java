package io.tradewind.market.feature;

import java.util.ArrayList;
import java.util.List;

/** Which features are in which named set. */
final class NamedSets {
    static final List<String> NAMES = List.of("seed", "alpha158", "stationary", "all");

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
            "volatility_10",
            "volatility_20",
            "return_mean_5",
            "return_mean_10",
            "return_zscore_20",
            "rsi_14",
            "stoch_k",
            "stoch_d",
            "willr_14",
            "roc_10",
            "volume_ratio_20");

    private NamedSets() {}

    static List<String> features(String set) {
        return switch (set) {
            case "stationary" -> STATIONARY;
            case "alpha158" -> group("alpha158");
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
        return names;
    }
}
