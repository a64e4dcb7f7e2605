package io.tradewind.monitoring.prediction;

import java.math.BigDecimal;

import io.tradewind.contracts.prediction.Direction;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ProfitRulesTest {

    @Test
    void aPositionEarnsTheMarketsReturnInItsDirectionLessCosts() {
        assertThat(ProfitRules.profit(Direction.UP, 0.02, null, 10)).isEqualByComparingTo(new BigDecimal("0.019"));
        assertThat(ProfitRules.profit(Direction.DOWN, 0.02, null, 10)).isEqualByComparingTo(new BigDecimal("-0.021"));
    }

    @Test
    void whoeverAbstainsPaysNothing() {
        assertThat(ProfitRules.profit(Direction.FLAT, 0.02, null, 10)).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void aRealisedProfitIsTakenAsItIs() {
        assertThat(ProfitRules.profit(Direction.DOWN, 0.02, 0.005, 10)).isEqualByComparingTo(new BigDecimal("0.005"));
    }

    @Test
    void refusesWhatNoMarketDoes() {
        assertThatIllegalArgumentException().isThrownBy(() -> ProfitRules.refuseImpossible(Double.NaN, null));
        assertThatIllegalArgumentException().isThrownBy(() -> ProfitRules.refuseImpossible(0, 1e300));
        assertThatCode(() -> ProfitRules.refuseImpossible(-0.3, 0.1)).doesNotThrowAnyException();
    }
}
