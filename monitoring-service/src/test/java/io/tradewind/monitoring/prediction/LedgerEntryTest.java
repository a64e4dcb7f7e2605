package io.tradewind.monitoring.prediction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.prediction.Direction;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.contracts.prediction.PredictionSource;
import io.tradewind.monitoring.statistics.Bar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LedgerEntryTest {

    private static final Instant MADE = Instant.parse("2026-01-01T10:59:59.999Z");
    private static final long HOUR = 3_600_000;

    @Test
    void isDueSoManyCandlesAfterItsOwn() {
        // When
        LedgerEntry entry = LedgerEntry.of(prediction("BTCUSD", "4h", 40 * HOUR, 3, 0.6));

        // Then
        assertThat(entry.dueOpenTime()).isEqualTo(52 * HOUR);
        assertThat(entry.waiting()).isTrue();
        assertThat(entry.bar()).isEqualTo(new Bar(4 * HOUR, 40 * HOUR));
        assertThat(entry.window().hourStart())
                .isEqualTo(Instant.parse("2026-01-01T10:00:00Z").toEpochMilli());
    }

    @Test
    void waitsForNoCandleWithoutASymbolOrACandle() {
        assertThat(LedgerEntry.of(prediction(null, "1h", HOUR, 1, 0.6)).waiting())
                .isFalse();
        LedgerEntry tensor = LedgerEntry.of(prediction(null, null, null, 1, 0.6));
        assertThat(tensor.waiting()).isFalse();
        assertThat(tensor.bar()).isEqualTo(new Bar(HOUR, tensor.window().hourStart()));
    }

    @Test
    void refusesWhatCanNeverBeCounted() {
        assertThatIllegalArgumentException().isThrownBy(() -> LedgerEntry.of(prediction("BTCUSD", "7m", HOUR, 1, 0.6)));
        assertThatIllegalArgumentException().isThrownBy(() -> LedgerEntry.of(prediction("BTCUSD", "1h", HOUR, 0, 0.6)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedgerEntry.of(prediction("BTCUSD", "1h", HOUR, 1, Double.NaN)));
    }

    private static PredictionMade prediction(
            @Nullable String symbol,
            @Nullable String timeframe,
            @Nullable Long openTime,
            int horizon,
            double confidence) {
        return new PredictionMade(
                new UUID(0, 1),
                new UUID(0, 2),
                1,
                null,
                "alice",
                symbol,
                timeframe,
                openTime,
                100.0,
                horizon,
                "direction",
                List.of(),
                Direction.UP,
                confidence,
                null,
                PredictionSource.MODEL,
                10,
                null,
                null,
                null,
                MADE);
    }
}
