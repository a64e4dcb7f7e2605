package io.tradewind.monitoring.prediction;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/** Settings of the join. */
@ConfigMapping(prefix = "monitoring.prediction")
public interface PredictionConfig {

    /**
     * Cost of getting in and out of a position, in hundredths of a percent of the stake; taken off every profit that is
     * derived from the market's return. Default 0, because the fleet cannot know a venue's fees.
     */
    @WithDefault("0")
    @DecimalMin("0")
    @DecimalMax("1000")
    double costBps();

    /**
     * How long predictions are kept by id; their statistics stay for ever. Must be longer than the topics keep their
     * events, or a replay would count old predictions again. Default 90 days.
     */
    @WithDefault("P90D")
    Duration retention();

    /** How often expired predictions are deleted. Default 10 minutes. */
    @WithDefault("PT10M")
    Duration expiryInterval();
}
