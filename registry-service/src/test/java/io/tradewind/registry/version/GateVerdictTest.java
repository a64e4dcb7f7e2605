package io.tradewind.registry.version;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GateVerdictTest {

    @Test
    void whatShowsNothingHasNotPassed() {
        assertThat(GateVerdict.of(null)).isEqualTo(new GateVerdict.Missing());
        assertThat(GateVerdict.of(Map.of("accuracy", 0.9))).isEqualTo(new GateVerdict.Missing());
        assertThat(GateVerdict.of(Map.of("gates", "fine"))).isEqualTo(new GateVerdict.Missing());
    }

    @Test
    void listsTheChecksThatFailed() {
        Map<String, Object> held = Map.of("name", "maxDrawdown", "passed", true);
        Map<String, Object> broken = Map.of("name", "profitFactor", "passed", false);

        assertThat(GateVerdict.of(Map.of("gates", Map.of("passed", false, "checks", List.of(held, broken)))))
                .isEqualTo(new GateVerdict.Failed(List.of(broken)));
        assertThat(GateVerdict.of(Map.of("gates", Map.of("passed", false))))
                .isEqualTo(new GateVerdict.Failed(List.of()));
        assertThat(GateVerdict.of(Map.of("gates", Map.of("passed", true, "checks", List.of(held)))))
                .isEqualTo(new GateVerdict.Passed());
    }
}
