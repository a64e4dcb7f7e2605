package io.tradewind.training.intake;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CandleRulesTest {

    @Property
    boolean acceptsEveryCandleWhosePricesLieBetweenLowAndHigh(
            @ForAll @Scale(9) @DoubleRange(min = 1e-9, max = 1e9) double a,
            @ForAll @Scale(9) @DoubleRange(min = 1e-9, max = 1e9) double b,
            @ForAll @DoubleRange(min = 0, max = 1e12) double volume) {
        return CandleRules.fault(a, Math.max(a, b), Math.min(a, b), b, volume).isEmpty();
    }

    @Test
    void tellsWhatIsNotFiniteFromWhatCannotBe() {
        assertThat(CandleRules.fault(1, Double.POSITIVE_INFINITY, 1, 1, 1)
                        .orElseThrow()
                        .notFinite())
                .isTrue();
        assertThat(CandleRules.fault(1, 1, 1, 1, Double.NaN).orElseThrow().notFinite())
                .isTrue();
        assertThat(CandleRules.fault(1, 1, 0, 1, 1).orElseThrow().notFinite()).isFalse();
    }
}
