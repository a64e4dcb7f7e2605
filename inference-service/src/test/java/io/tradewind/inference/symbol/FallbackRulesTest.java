package io.tradewind.inference.symbol;

import java.util.Map;

import io.tradewind.contracts.prediction.Direction;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FallbackRulesTest {

    @Test
    void hasNoOpinionWithoutFeatures() {
        RuleView view = FallbackRules.judge(Map.of(), 10);

        assertThat(view.direction()).isEqualTo(Direction.FLAT);
        assertThat(view.confidence()).isEqualTo(0.5);
        assertThat(view.outputs()).containsExactly(0.5, 0.5);
    }

    @Test
    void buysWhatIsOversold() {
        RuleView view = FallbackRules.judge(Map.of("rsi_14", 15.0), 10);

        assertThat(view.direction()).isEqualTo(Direction.UP);
        assertThat(view.confidence()).isCloseTo(0.625, within(1e-12));
        assertThat(view.signals()).singleElement().satisfies(signal -> {
            assertThat(signal.source()).isEqualTo("RSI");
            assertThat(signal.reason()).isEqualTo("RSI 14 is 15.0: oversold");
        });
        assertThat(view.outputs().get(1)).isEqualTo(view.confidence());
    }

    @Test
    void sellsWhatIsOverboughtAndFalling() {
        RuleView view =
                FallbackRules.judge(Map.of("rsi_14", 80.0, "macd_hist_relative", -0.1, "sma_20_distance", -0.2), 10);

        assertThat(view.direction()).isEqualTo(Direction.DOWN);
        assertThat(view.signals()).hasSize(3).allMatch(signal -> signal.direction() == Direction.DOWN);
        assertThat(view.outputs().get(0)).isEqualTo(view.confidence());
    }

    @Test
    void isUndecidedWhenSignalsContradict() {
        RuleView view = FallbackRules.judge(Map.of("macd_hist_relative", 0.1, "sma_20_distance", -0.1), 10);

        assertThat(view.direction()).isEqualTo(Direction.FLAT);
    }

    @Test
    void readsPatternsOnceWhicheverVariantSeesThem() {
        RuleView view = FallbackRules.judge(
                Map.of(
                        "pattern_hammer", 1.0,
                        "pattern_gapless_hammer", 1.0,
                        "pattern_gapless_shooting_star", -1.0,
                        "pattern_harami", 0.0,
                        "pattern_doji", 1.0),
                10);

        assertThat(view.patterns()).isEqualTo(Map.of("hammer", 1, "shooting_star", -1, "doji", 1));
        assertThat(view.signals())
                .extracting(Signal::source)
                .containsExactlyInAnyOrder("Pattern: hammer", "Pattern: shooting_star");
    }

    @Test
    void isNeverSurerThanRulesCanBe() {
        RuleView view = FallbackRules.judge(
                Map.of(
                        "rsi_14", 1.0,
                        "macd_hist_relative", 1.0,
                        "sma_20_distance", 1.0,
                        "pattern_hammer", 1.0,
                        "pattern_morning_star", 1.0),
                10);

        assertThat(view.confidence()).isEqualTo(0.75);
    }
}
