package io.tradewind.market.label;

import io.tradewind.market.Markets;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class LabelsTest {
    private static CandleSeries closes(double... closes) {
        CandleSeries.Builder series = CandleSeries.builder("X", Timeframe.ONE_HOUR);
        for (int i = 0; i < closes.length; i++) {
            series.add(i * 3_600_000L, closes[i], closes[i] * 1.001, closes[i] * 0.999, closes[i], 1);
        }
        return series.build();
    }

    @Test
    void returnsLookExactlyAsFarAheadAsTheySay() {
        LabelSeries labels = Labels.returns(closes(100, 110, 99, 120), 2);
        assertThat(labels.name()).isEqualTo("return_2");
        assertThat(labels.size()).isEqualTo(4);
        assertThat(labels.value(0)).isEqualTo(-0.01, within(1e-12));
        assertThat(labels.endIndex(0)).isEqualTo(2);
        assertThat(labels.known(1)).isTrue();
        assertThat(labels.known(2)).isFalse();
        assertThat(labels.endIndex(3)).isEqualTo(5);
    }

    @Test
    void directionHasADeadBand() {
        LabelSeries labels = Labels.direction(closes(100, 100.5, 103, 100, 99.9), 1, 0.01);
        assertThat(labels.value(0)).isZero();
        assertThat(labels.value(1)).isEqualTo(1);
        assertThat(labels.value(2)).isEqualTo(-1);
        assertThat(labels.value(3)).isZero();
        assertThat(labels.known(4)).isFalse();
    }

    @Test
    void theFirstBarrierMetDecidesAndEndsTheLabel() {
        // Given a volatility of about one percent, then a rise, a fall, and a stretch in which nothing happens
        double[] closes = new double[60];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = i % 2 == 0 ? 100 : 101;
        }
        closes[32] = 105;
        closes[33] = 94;
        CandleSeries series = closes(closes);

        // When
        LabelSeries labels = Labels.tripleBarrier(series, 5, 2, 2, 20);

        // Then
        assertThat(labels.known(19)).isFalse();
        assertThat(labels.value(30)).isEqualTo(1);
        assertThat(labels.endIndex(30)).isEqualTo(32);
        assertThat(labels.value(32)).isEqualTo(-1);
        assertThat(labels.endIndex(32)).isEqualTo(33);
        assertThat(labels.value(20)).isZero();
        assertThat(labels.endIndex(20)).isEqualTo(25);
        assertThat(labels.known(56)).isFalse();
    }

    @Test
    void aCandleThatMeetsBothBarriersCountsAsTheLower() {
        CandleSeries.Builder series = CandleSeries.builder("X", Timeframe.ONE_HOUR);
        for (int i = 0; i < 30; i++) {
            double close = 100 + i % 2;
            boolean wild = i == 29;
            series.add(i * 3_600_000L, close, wild ? 150 : close, wild ? 50 : close, close, 1);
        }
        assertThat(Labels.tripleBarrier(series.build(), 5, 2, 2, 10).value(28)).isEqualTo(-1);
    }

    @Test
    void nothingIsMetOnFlatPrices() {
        LabelSeries labels = Labels.tripleBarrier(Markets.flat(50, 10, 1), 5, 1, 1, 10);
        assertThat(labels.value(20)).isZero();
    }

    @Test
    void labelsDependOnNothingBeyondTheirEnd() {
        // Given
        CandleSeries series = Markets.ordinary(400);
        LabelSeries whole = Labels.tripleBarrier(series, 12, 1.5, 1.5, 20);

        // When each label is computed again from the candles up to its end only
        for (int i = 30; i < 350; i++) {
            LabelSeries cut = Labels.tripleBarrier(series.slice(0, whole.endIndex(i) + 1), 12, 1.5, 1.5, 20);

            // Then
            assertThat(cut.value(i)).isEqualTo(whole.value(i));
            LabelSeries shorter = Labels.tripleBarrier(series.slice(0, whole.endIndex(i)), 12, 1.5, 1.5, 20);
            assertThat(shorter.known(i)).isFalse();
        }
    }

    @Test
    void patternsAreLabelsOfTheirOwnCandle() {
        CandleSeries series = Markets.ordinary(3000);
        LabelSeries labels = Labels.pattern(series, "gapless_engulfing_bullish");
        long found = 0;
        for (int i = 0; i < labels.size(); i++) {
            found += labels.value(i) == 1 ? 1 : 0;
            assertThat(labels.endIndex(i)).isEqualTo(i);
        }
        assertThat(found).isGreaterThan(10);
        assertThatThrownBy(() -> Labels.pattern(series, "doiji"))
                .hasMessage("unknown feature 'pattern_doiji', did you mean 'pattern_doji'?");
    }

    @Test
    void refusesWhatMakesNoSense() {
        CandleSeries series = closes(1, 2, 3);
        assertThatThrownBy(() -> Labels.returns(series, 0)).hasMessage("horizon must be >= 1 candle, was 0");
        assertThatThrownBy(() -> Labels.direction(series, 1, Double.NaN)).hasMessage("deadBand must be >= 0, was NaN");
        assertThatThrownBy(() -> Labels.tripleBarrier(series, 1, 0, 1, 20))
                .hasMessage("barriers must be > 0 volatilities away, were 0.0, 1.0");
        assertThatThrownBy(() -> Labels.tripleBarrier(series, 1, 1, 1, 1))
                .hasMessage("volatilityLength must be >= 2, was 1");
    }
}
