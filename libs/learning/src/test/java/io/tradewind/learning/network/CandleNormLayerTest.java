package io.tradewind.learning.network;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CandleNormLayerTest {

    private static final float[] CANDLES = {
        100, 104, 98, 102, 10, // range 6
        102, 103, 101, 101, 30, // range 2
        101, 102, 98, 99, 20 // range 4
    };

    private static float[] normalised(float[] candles) {
        try (Network network = new Network(List.of(new CandleNormLayer()), candles.length / 5, 5)) {
            return network.infer(candles, 1, candles.length / 5, 5);
        }
    }

    @Test
    void measuresPricesInMeanRangesFromTheNewestCloseAndVolumesInTheirMean() {
        assertThat(normalised(CANDLES))
                .containsExactly(
                        new float[] {
                            0.25f, 1.25f, -0.25f, 0.75f, -0.5f, 0.75f, 1, 0.5f, 0.5f, 0.5f, 0.5f, 0.75f, -0.25f, 0, 0
                        },
                        within(1e-6f));
    }

    @Test
    void doesNotKnowTheUnitsOfPriceAndVolume() {
        // Given
        float[] elsewhere = CANDLES.clone();
        for (int i = 0; i < elsewhere.length; i++) {
            elsewhere[i] *= i % 5 == 4 ? 1024 : 0.001953125f;
        }

        // When / Then
        assertThat(normalised(elsewhere)).containsExactly(normalised(CANDLES));
    }

    @Test
    void isFiniteWhereThePriceStandsStillAndNothingIsTraded() {
        // When
        float[] flat = normalised(new float[] {7, 7, 7, 7, 0, 7, 7, 7, 7, 0});

        // Then
        assertThat(flat).containsExactly(0, 0, 0, 0, -1, 0, 0, 0, 0, -1);
    }

    /** Not a market, but what models are warmed up with. */
    @Test
    void isFiniteForZeros() {
        assertThat(normalised(new float[10])).containsExactly(0, 0, 0, 0, -1, 0, 0, 0, 0, -1);
    }
}
