package io.tradewind.monitoring.drift;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class DriftRulesTest {

    private static final double[] EVEN = {0.25, 0.25, 0.25, 0.25};

    @Test
    void psiAgreesWithPublishedVector() {
        assertThat(DriftRules.psi(EVEN, new long[] {10, 20, 30, 40})).isCloseTo(0.2282174, within(5e-8));
    }

    @Test
    void psiIsZeroWithoutDrift() {
        assertThat(DriftRules.psi(EVEN, new long[] {5, 5, 5, 5})).isZero();
    }

    @Test
    void anEmptyBinIsFiniteAndAsBadOnEitherSide() {
        // 0.5 against nothing: (0.5 - 0.0001) * ln(5000)
        double expected = 2 * (0.5 - 1e-4) * Math.log(0.5 / 1e-4);
        assertThat(DriftRules.psi(new double[] {1, 0}, new long[] {0, 7}))
                .isCloseTo(2 * (1 - 1e-4) * Math.log(1 / 1e-4), within(1e-12));
        assertThat(DriftRules.psi(new double[] {0.5, 0.5, 0, 0}, new long[] {0, 0, 1, 1}))
                .isCloseTo(2 * expected, within(1e-12));
    }

    @Test
    void refusesWhatHasNoDistribution() {
        assertThatIllegalArgumentException().isThrownBy(() -> DriftRules.psi(EVEN, new long[] {0, 0, 0, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> DriftRules.psi(EVEN, new long[] {1, 2}));
    }

    @Test
    void performanceOnlyDriftsDownwards() {
        assertThat(DriftRules.performanceDrop(0.6, 0.52)).isCloseTo(0.08, within(1e-12));
        assertThat(DriftRules.performanceDrop(0.5, 0.7)).isZero();
    }

    @Test
    void meanOfNoScoresIsNone() {
        assertThat(DriftRules.mean(List.of())).isNull();
        assertThat(DriftRules.mean(List.of(0.1, 0.3))).isCloseTo(0.2, within(1e-12));
    }
}
