package io.tradewind.registry.activity;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DifferenceTest {

    @Test
    void showsOnlyWhatChangedOnBothSides() {
        Difference difference =
                Difference.between(Map.of("name", "a", "status", "DRAFT"), Map.of("name", "a", "status", "READY"));

        assertThat(difference.before()).isEqualTo(Map.of("status", "DRAFT"));
        assertThat(difference.after()).isEqualTo(Map.of("status", "READY"));
    }

    @Test
    void tellsAMissingPropertyFromOneThatIsNull() {
        Map<String, Object> unset = new HashMap<>();
        unset.put("timeframe", null);

        Difference created = Difference.between(Map.of(), unset);
        Difference cleared = Difference.between(Map.of("timeframe", "1h"), unset);

        assertThat(created.after()).containsEntry("timeframe", null);
        assertThat(cleared.before()).isEqualTo(Map.of("timeframe", "1h"));
        assertThat(cleared.after()).containsEntry("timeframe", null);
    }
}
