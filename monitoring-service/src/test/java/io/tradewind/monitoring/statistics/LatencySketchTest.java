package io.tradewind.monitoring.statistics;

import java.io.UncheckedIOException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class LatencySketchTest {

    @Test
    void quantilesStayWithinOnePercentAfterStoringAndMerging() {
        // Given: 1 to 10,000 microseconds in two stored halves
        LatencySketch low = new LatencySketch();
        LatencySketch high = new LatencySketch();
        for (int micros = 1; micros <= 10_000; micros++) {
            (micros <= 5_000 ? low : high).add(micros);
        }

        // When
        LatencySketch merged = new LatencySketch();
        merged.merge(low.encode());
        merged.merge(high.encode());
        merged.merge((byte[]) null);

        // Then
        assertThat(merged.millisAt(0.50)).isCloseTo(5.0, within(0.05));
        assertThat(merged.millisAt(0.95)).isCloseTo(9.5, within(0.095));
        assertThat(merged.millisAt(0.99)).isCloseTo(9.9, within(0.099));
    }

    @Test
    void saysThatAStoredSketchIsDamaged() {
        // Given
        LatencySketch sketch = new LatencySketch();
        sketch.add(10);
        byte[] cut = java.util.Arrays.copyOf(sketch.encode(), 12);

        // When, Then
        assertThatThrownBy(() -> new LatencySketch().merge(cut)).isInstanceOf(UncheckedIOException.class);
    }
}
