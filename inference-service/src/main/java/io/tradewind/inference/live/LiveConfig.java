package io.tradewind.inference.live;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How much of the market this replica keeps. */
@ConfigMapping(prefix = "inference.live")
interface LiveConfig {

    /** Candles kept per series, the newest; features are computed from these. Default 50,000. */
    @WithDefault("50000")
    @Min(500)
    @Max(5_000_000)
    int history();

    /** Candles kept of all series together, 48 bytes each; beyond, each series keeps what it has. Default 1,000,000. */
    @WithDefault("1000000")
    @Min(500)
    long maxCandles();

    /** Series (symbol and timeframe) followed; candles of more are left out and counted. Default 500. */
    @WithDefault("500")
    @Min(1)
    int maxSeries();

    /**
     * Longest time the first candle after a start waits for models and experiments to be known, so that candles
     * missed while down are predicted on by what served then. Default 1 minute.
     */
    @WithDefault("PT1M")
    Duration startWait();
}
