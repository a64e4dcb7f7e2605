package io.tradewind.registry.productionml;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CustomConfigTest {

    @Test
    void speaksTheCataloguesWordsAndNamesWhatItDoesNotHave() {
        CustomConfig custom = CustomConfig.translate(
                "lstm",
                Map.of(
                        "lstmUnits",
                        100,
                        "dropoutRate",
                        0.3,
                        "useAttention",
                        true,
                        "bidirectional",
                        true,
                        "preset",
                        "small",
                        "sequenceLength",
                        60));

        assertThat(custom.config())
                .isEqualTo(Map.of(
                        "units",
                        List.of(100),
                        "dropout",
                        0.3,
                        "attention",
                        true,
                        "bidirectional",
                        true,
                        "preset",
                        "small"));
        assertThat(custom.ignored()).containsExactly("sequenceLength");
    }

    @Test
    void anUnknownArchitectureHasNoParameters() {
        assertThat(CustomConfig.translate("PERCEPTRON", Map.of("units", 3)))
                .isEqualTo(new CustomConfig(Map.of(), List.of("units")));
        assertThat(CustomConfig.translate("LSTM", null)).isEqualTo(new CustomConfig(Map.of(), List.of()));
    }
}
