package io.tradewind.monitoring.statistics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Settings of the threads that batches are added up on. */
@ConfigMapping(prefix = "monitoring.arithmetic")
public interface ArithmeticConfig {

    /** Threads that add up and score. Default 2. */
    @WithDefault("2")
    @Min(1)
    @Max(256)
    int threads();

    /** Pieces of work that may wait for such a thread; more are refused with 503, or tried again by a consumer. Default 256. */
    @WithDefault("256")
    @Min(1)
    int queue();
}
