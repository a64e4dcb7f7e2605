package io.tradewind.market.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.tradewind.market.Markets;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.definition.FeatureDefinition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the catalogue says about its features. */
class FeatureCatalogueTest {
    private static final Pattern ON_FLAT_PRICES = Pattern.compile(
            "; (-?[\\d.]+) (on flat prices"
                    + "|when prices never moved|when they do not vary|on a flat candle|when those are 0|when either does not vary)");
    private static final Pattern WITHOUT_VOLUME = Pattern.compile("; (-?[\\d.]+) (without volume|without any"
            + "|without either|when volume does not vary|on a candle without volume)");

    @Test
    void hasTheClassicIndicatorsUnderTheirClassicNames() {
        assertThat(FeatureCatalogue.names())
                .contains(("sma_5 ema_200 rsi_14 macd macd_signal macd_hist atr_14 adx_14 plus_di_14 minus_di_14 cci_20"
                                + " stoch_k stoch_d roc_10 obv bb_upper bb_middle bb_lower willr_14 mfi_14 cmo_14"
                                + " mom_10 aroon_up_25 aroon_down_25 stddev_20 linreg_slope_14 sar adosc_3_10 ad"
                                + " trix_15 ultosc_7_14_28 kama_30")
                        .split(" "))
                .contains(("parkinson_20 garman_klass_20 yang_zhang_20 volume_sma_20 volume_ratio_20 vwap_20_distance"
                                + " high_low_ratio body upper_shadow lower_shadow log_return_1 return_lag_10"
                                + " return_skew_20 return_kurtosis_20 run_length direction_sequence_3"
                                + " volume_imbalance_20 market_pressure_20 amihud_20 roll_spread_20"
                                + " corwin_schultz_20 garch_volatility volatility_regime market_regime")
                        .split(" "));
        for (int length : new int[] {5, 10, 20, 50, 100, 200}) {
            assertThat(FeatureCatalogue.names())
                    .contains("sma_" + length, "ema_" + length, "sma_" + length + "_distance")
                    .contains("ema_" + length + "_distance");
        }
    }

    @Test
    void hasEveryPatternInBothForms() {
        for (String pattern : ("doji hammer shooting_star engulfing_bullish engulfing_bearish morning_star evening_star"
                        + " three_white_soldiers three_black_crows harami piercing_line dark_cloud_cover tweezer_top"
                        + " tweezer_bottom marubozu")
                .split(" ")) {
            FeatureDefinition classic = FeatureCatalogue.get("pattern_" + pattern);
            FeatureDefinition gapless = FeatureCatalogue.get("pattern_gapless_" + pattern);
            assertThat(gapless.formula()).isNotBlank().isNotEqualTo(classic.formula());
        }
    }

    @Test
    void describesEveryFeature() {
        assertThat(FeatureCatalogue.all())
                .allMatch(feature -> !feature.formula().isBlank())
                .allMatch(feature -> !feature.source().isBlank())
                .allMatch(feature -> feature.version() >= 1)
                .allMatch(feature -> feature.minimum() < feature.maximum());
        assertThat(new TreeSet<>(FeatureCatalogue.all().stream()
                        .map(FeatureDefinition::group)
                        .toList()))
                .containsExactly(
                        "alpha158",
                        "average",
                        "candle",
                        "market",
                        "momentum",
                        "pattern",
                        "price",
                        "statistic",
                        "trend",
                        "volatility",
                        "volume");
    }

    /** {@code ultosc_7_14_28} has three parameters: 7, 14 and 28. */
    @Test
    void everyNumberInANameIsAParameter() {
        List<String> missing = new ArrayList<>();
        Pattern number = Pattern.compile("_(\\d+)(?=_|$)");
        for (FeatureDefinition feature : FeatureCatalogue.all()) {
            Matcher numbers = number.matcher(feature.name());
            while (numbers.find()) {
                int value = Integer.parseInt(numbers.group(1));
                if (feature.parameters().values().stream().noneMatch(given -> given.intValue() == value)) {
                    missing.add(feature.name() + ": " + value);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void givesOnFlatPricesWhatItsFormulaSays() {
        List<String> wrong = new ArrayList<>();
        int said = check(ON_FLAT_PRICES, Markets.flat(1400, 123.456, 10), wrong);
        said += check(ON_FLAT_PRICES, Markets.flat(1400, 0.0016, 10), wrong);
        said += check(ON_FLAT_PRICES, Markets.flat(1400, 1e8, 10), wrong);
        assertThat(wrong).isEmpty();
        assertThat(said).isGreaterThan(3 * 100);
    }

    @Test
    void givesWithoutVolumeWhatItsFormulaSays() {
        List<String> wrong = new ArrayList<>();
        int said = check(WITHOUT_VOLUME, Markets.silent(1400), wrong);
        assertThat(wrong).isEmpty();
        assertThat(said).isGreaterThan(30);
    }

    /** How many formulas say something; those that say wrong are collected. */
    private static int check(Pattern clause, CandleSeries series, List<String> wrong) {
        FeatureMatrix matrix = FeaturePipeline.of(FeatureSet.named("all")).compute(series);
        int said = 0;
        for (FeatureDefinition feature : FeatureCatalogue.all()) {
            Matcher formula = clause.matcher(feature.formula());
            if (formula.find()) {
                said++;
                double promised = Double.parseDouble(formula.group(1));
                double[] column = matrix.column(feature.name());
                for (int row = feature.lookback(); row < column.length; row++) {
                    if (column[row] != promised) {
                        wrong.add(feature.name() + " at row " + row + ": " + column[row] + ", said " + promised);
                        break;
                    }
                }
            }
        }
        return said;
    }
}
