package io.tradewind.inference.history;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long load records are kept. */
@ConfigMapping(prefix = "inference.history")
interface HistoryConfig {

    /** Age at which a load record is deleted. Default 90 days. */
    @WithDefault("P90D")
    Duration keep();
}
