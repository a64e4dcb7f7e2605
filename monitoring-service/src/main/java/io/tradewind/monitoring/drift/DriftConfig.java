package io.tradewind.monitoring.drift;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Settings of drift measurement. */
@ConfigMapping(prefix = "monitoring.drift")
public interface DriftConfig {

    /** Rows a window must have before any drift is scored; below it the answer is "not enough data". Default 100. */
    @WithDefault("100")
    @Min(1)
    long minimumRows();

    /** Outcomes a window must have before its accuracy is compared with the evaluation's. Default 100. */
    @WithDefault("100")
    @Min(1)
    long minimumOutcomes();

    /** How often missing references are looked for and rows that waited for one are counted. Default 2 seconds. */
    @WithDefault("PT2S")
    Duration fetchInterval();

    /** Longest pause between two tries to get a reference. Default 5 minutes. */
    @WithDefault("PT5M")
    Duration longestRetryPause();

    /** Rows of one version that are kept until its reference is there; more are dropped and counted. Default 20,000. */
    @WithDefault("20000")
    @Min(0)
    @Max(1_000_000)
    int pendingRows();
}
