package io.tradewind.training.job;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How many jobs may wait, and how they are followed. */
@ConfigMapping(prefix = "training.job")
public interface JobConfig {

    /** Most jobs in the queue; beyond it new ones are answered 503. Default 500. */
    @Min(1)
    @WithDefault("500")
    int mostQueued();

    /** Most candles one job may train on. Default 2 million. */
    @Min(1)
    @WithDefault("2000000")
    long mostCandles();

    /** Most clients that follow jobs live at the same time; beyond it 503. Default 200. */
    @Min(1)
    @Max(10_000)
    @WithDefault("200")
    int mostFollowers();

    /** How often a followed job is looked at. Default 300 milliseconds. */
    @WithDefault("PT0.3S")
    Duration followEvery();

    /** Longest silence towards a client that follows; a comment breaks it, which shows who is gone. Default 10 seconds. */
    @WithDefault("PT10S")
    Duration keepAlive();
}
