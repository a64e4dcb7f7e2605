package io.tradewind.monitoring.outcome;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Settings of the resolution of outcomes from candles. */
@ConfigMapping(prefix = "monitoring.outcome")
public interface OutcomeConfig {

    /**
     * How often everything that is due is looked for, beside the look after every batch: it finds what two concurrent
     * batches hid from each other. Default 1 second.
     */
    @WithDefault("PT1S")
    Duration sweepInterval();

    /** Most outcomes published in one transaction. Default 2,000. */
    @WithDefault("2000")
    @Min(1)
    @Max(50_000)
    int batch();
}
