package io.tradewind.inference.live;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.tradewind.inference.live.CandleHistory.Candle;
import io.tradewind.inference.live.CandleHistory.Change;
import io.tradewind.inference.live.CandleHistory.Room;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CandleHistoryTest {

    @Property(tries = 300)
    void holdsTheNewestCandlesInOrderWhateverOrderTheyComeIn(
            @ForAll @Size(max = 400) List<@IntRange(max = 300) Integer> times,
            @ForAll @IntRange(min = 1, max = 60) int bound) {
        CandleHistory history = new CandleHistory(bound);
        TreeMap<Long, Double> expected = new TreeMap<>();
        for (int i = 0; i < times.size(); i++) {
            long time = times.get(i);
            boolean tooOld = expected.size() >= bound && time < expected.firstKey();

            Change change = history.put(candle(time, i + 1), Room.GROW);

            assertThat(change == Change.TOO_OLD).isEqualTo(tooOld);
            if (!tooOld) {
                expected.put(time, i + 1.0);
            }
            if (expected.size() > bound) {
                expected.pollFirstEntry();
            }
        }
        assertThat(history.size()).isEqualTo(expected.size());
        int index = 0;
        for (Map.Entry<Long, Double> entry : expected.entrySet()) {
            assertThat(history.openTime(index)).isEqualTo(entry.getKey());
            assertThat(history.close(index)).isEqualTo(entry.getValue());
            assertThat(history.indexOf(entry.getKey())).isEqualTo(index);
            index++;
        }
    }

    @Test
    void saysWhatACandleDid() {
        CandleHistory history = new CandleHistory(10);

        assertThat(history.put(candle(10, 1), Room.GROW)).isEqualTo(Change.APPENDED);
        assertThat(history.put(candle(30, 1), Room.GROW)).isEqualTo(Change.APPENDED);
        assertThat(history.put(candle(20, 1), Room.GROW)).isEqualTo(Change.INSERTED);
        assertThat(history.put(candle(20, 1), Room.GROW)).isEqualTo(Change.UNCHANGED);
        assertThat(history.put(candle(20, 2), Room.GROW)).isEqualTo(Change.REPLACED);
    }

    @Test
    void letsTheOldestGoWhenItMayNotGrow() {
        CandleHistory history = new CandleHistory(10);
        history.put(candle(10, 1), Room.GROW);
        history.put(candle(20, 1), Room.GROW);

        history.put(candle(30, 1), Room.KEEP_SIZE);

        assertThat(history.size()).isEqualTo(2);
        assertThat(history.openTime(0)).isEqualTo(20);
    }

    private static Candle candle(long time, double close) {
        return new Candle(time, close, close + 1, close / 2, close, 3);
    }
}
