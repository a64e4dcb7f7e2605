package io.tradewind.learning.architecture;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArchitectureCatalogueTest {

    private final ArchitectureDefinition lstm = ArchitectureCatalogue.get("LSTM");

    @Test
    void everyPresetAndEveryDefaultIsAllowed() {
        for (ArchitectureDefinition definition : ArchitectureCatalogue.all()) {
            assertThat(definition.validate(null)).hasSameSizeAs(definition.parameters());
            definition.presets().keySet().forEach(preset -> definition.validate(Map.of("preset", preset)));
        }
    }

    @Test
    void valuesWinOverPresetsAndPresetsOverDefaults() {
        assertThat(lstm.validate(Map.of())).containsEntry("units", List.of(128, 64, 32));
        assertThat(lstm.validate(Map.of("preset", "small"))).containsEntry("units", List.of(32));
        assertThat(lstm.validate(Map.of("preset", "small", "units", List.of(8L), "dropout", 0)))
                .containsEntry("units", List.of(8))
                .containsEntry("dropout", 0.0);
    }

    @Test
    void refusalsNameParameterValueAndLimit() {
        assertRefused(lstm, Map.of("dropout", 0.95), "dropout must be between 0 and 0.9, was 0.95");
        assertRefused(lstm, Map.of("denseUnits", 1.5), "denseUnits must be a whole number, was 1.5");
        assertRefused(lstm, Map.of("denseUnits", "many"), "denseUnits must be a number, was many");
        assertRefused(lstm, Map.of("units", List.of()), "units must be a list of 1 to 8 whole numbers, was []");
        assertRefused(lstm, Map.of("bidirectional", 1), "bidirectional must be true or false, was 1");
        assertRefused(lstm, Map.of("preset", "huge"), "preset must be one of [default, small], was huge");
        assertRefused(
                lstm,
                Map.of("momentum", 1),
                "LSTM has no parameter momentum; it has"
                        + " [units, denseUnits, dropout, bidirectional, attention, weightDecay, gradientClip, schedule,"
                        + " warmupEpochs, minimumLearningRate, stepEpochs, stepFactor, classWeights]");
        ArchitectureDefinition cnn = ArchitectureCatalogue.get("CNN");
        assertRefused(cnn, Map.of("kernel", 4), "kernel must be odd, was 4");
        assertRefused(cnn, Map.of("pooling", "min"), "pooling must be one of [max, average, none], was min");
    }

    @Test
    void unknownArchitecturesAreNamedWithThoseThereAre() {
        assertThatThrownBy(() -> ArchitectureCatalogue.get("SVM"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("architecture must be one of [LSTM, GRU,")
                .hasMessageEndingWith("was SVM");
        assertThat(ArchitectureCatalogue.find("SVM")).isEmpty();
    }

    private static void assertRefused(ArchitectureDefinition definition, Map<String, Object> values, String message) {
        assertThatThrownBy(() -> definition.validate(values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
