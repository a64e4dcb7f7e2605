package io.tradewind.experiment.ledger;

import java.time.Duration;
import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerConfigTest {

    @Test
    void waitsTwoDaysForThePredictionOfAnOutcome() {
        assertThat(mapping(Map.of()).earlyOutcomeRetention()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void readsEveryPropertyItDeclares() {
        assertThat(mapping(Map.of("tradewind.experiment.ledger.early-outcome-retention", "PT6H"))
                        .earlyOutcomeRetention())
                .isEqualTo(Duration.ofHours(6));
    }

    private static LedgerConfig mapping(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(LedgerConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 1))
                .build()
                .getConfigMapping(LedgerConfig.class);
    }
}
