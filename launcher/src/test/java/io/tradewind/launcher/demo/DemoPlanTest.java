package io.tradewind.launcher.demo;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.tradewind.launcher.fleet.FleetFailure;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DemoPlanTest {

    @TempDir
    private Path directory;

    static DemoPlan plan(Path candles, int rows) {
        return new DemoPlan(candles, "TEST", Timeframe.parse("1h"), rows, 1, 2, 3, 1, 8, List.of(8), "stationary", 0);
    }

    @Test
    void splitsFourFifthsFromOneFifth() {
        DemoMarket market = DemoMarket.of(plan(null, 1000));

        assertThat(market.symbol()).isEqualTo("TEST");
        assertThat(market.split()).isEqualTo(800);
        assertThat(market.live()).isEqualTo(200);
    }

    @Test
    void readsTheLatestCandlesOfAFileAsTheyWereWritten() throws Exception {
        // Given
        CandleSeries all = DemoMarket.of(plan(null, 700)).series();
        StringWriter text = new StringWriter();
        CandleFile.write(all, 0, all.size(), text);
        Path file = Files.writeString(directory.resolve("candles.csv"), text.toString());

        // When
        DemoMarket market = DemoMarket.of(plan(file, 600));

        // Then
        assertThat(market.series().size()).isEqualTo(600);
        assertThat(market.series().closes()).isEqualTo(all.slice(100, 700).closes());
        assertThat(market.series().openTime(0)).isEqualTo(all.openTime(100));
    }

    @Test
    void saysWhatIsWrongWithAFile() throws Exception {
        Path broken = Files.writeString(directory.resolve("broken.csv"), "timestamp,open\n1,2\n");

        assertThatThrownBy(() -> DemoMarket.of(plan(broken, 0)))
                .isInstanceOf(FleetFailure.class)
                .hasMessageContaining("broken.csv");
        assertThatThrownBy(() -> DemoMarket.of(plan(null, 100)))
                .hasMessage("a demo needs at least 500 candles, there are 100");
        assertThatThrownBy(() -> plan(null, -1)).hasMessage("rows must be >= 0, was -1");
    }
}
