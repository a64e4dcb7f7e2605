package io.tradewind.monitoring.drift;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

class DriftRulesPropertyTest {

    private static final double[] EVEN = {0.25, 0.25, 0.25, 0.25};

    @Property
    void psiIsNeverNegative(@ForAll @Size(4) List<@LongRange(min = 0, max = 1000) Long> counts) {
        long[] values = counts.stream().mapToLong(Long::longValue).toArray();
        values[0]++;
        assertThat(DriftRules.psi(EVEN, values)).isGreaterThanOrEqualTo(0);
    }
}
