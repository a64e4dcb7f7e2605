package io.tradewind.learning.fit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EarlyStoppingTest {

    @Test
    void endsWhenTheBestEpochLiesFurtherBackThanThePatience() {
        // Given
        EarlyStopping stopping = new EarlyStopping(2);

        // When / Then
        assertThat(stopping.accept(1, 0.6, 0.7)).isTrue();
        assertThat(stopping.accept(2, 0.5, 0.7)).isFalse();
        assertThat(stopping.exhausted()).isFalse();
        assertThat(stopping.accept(3, 0.4, 0.8)).isFalse();
        assertThat(stopping.exhausted()).isTrue();
        assertThat(stopping.bestEpoch()).isEqualTo(1);
        assertThat(stopping.trainingLossAtBest()).isEqualTo(0.6);
    }

    @Test
    void goesOnFromWhatItRemembered() {
        // Given
        EarlyStopping stopping = new EarlyStopping(2);
        stopping.accept(1, 0.6, 0.7);
        stopping.accept(2, 0.5, 0.8);

        // When
        EarlyStopping resumed = EarlyStopping.after(2, stopping.memory());

        // Then
        assertThat(resumed.accept(3, 0.4, 0.75)).isFalse();
        assertThat(resumed.exhausted()).isTrue();
        assertThat(resumed.bestLoss()).isEqualTo(0.7);
    }

    @Test
    void refusesLossesThatAreNotFinite() {
        EarlyStopping stopping = new EarlyStopping(2);
        assertThatThrownBy(() -> stopping.accept(4, Double.NaN, 0.7))
                .isInstanceOf(FitFailedException.class)
                .hasMessage("the loss diverged in epoch 4: training NaN, validation 0.7");
        assertThatThrownBy(() -> stopping.accept(4, 0.7, Double.POSITIVE_INFINITY))
                .isInstanceOf(FitFailedException.class);
    }
}
