package io.tradewind.launcher.demo;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradewind.launcher.layout.ProcessName;
import io.tradewind.market.candle.CandleSeries;

/** Imports the candles that models learn from. */
final class CandleStep {
    private final Stage stage;

    CandleStep(Stage stage) {
        this.stage = stage;
    }

    JsonNode run() {
        DemoMarket market = stage.market();
        CandleSeries series = market.series();
        stage.screen().heading("Candles");
        stage.screen()
                .line("  " + market.symbol() + " " + market.timeframe() + ": " + series.size() + " candles, "
                        + Instant.ofEpochMilli(series.openTime(0)) + " to "
                        + Instant.ofEpochMilli(series.openTime(series.size() - 1)) + "; the first " + market.split()
                        + " are imported, the last " + market.live() + " are replayed as a live market");
        JsonNode imported = stage.api()
                .postText(
                        ProcessName.TRAINING,
                        "/api/v1/candles?symbol=" + market.symbol() + "&timeframe=" + market.timeframe(),
                        "text/csv",
                        csv(market));
        stage.screen()
                .line("  rows " + imported.path("rows").asLong() + ", accepted "
                        + imported.path("accepted").asLong() + ", already stored "
                        + imported.path("alreadyStored").asLong() + ", duplicates "
                        + imported.path("duplicates").asLong() + ", gaps "
                        + imported.path("gaps").asLong() + ", bad "
                        + imported.path("badOhlc").asLong());
        stage.report().part("candles").put("symbol", market.symbol()).put("timeframe", market.timeframe());
        stage.report().part("candles").put("imported", market.split()).put("replayed", market.live());
        stage.report().part("candles").set("import", imported);
        return imported;
    }

    private static String csv(DemoMarket market) {
        StringWriter text = new StringWriter();
        try {
            CandleFile.write(market.series(), 0, market.split(), text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
