package io.tradewind.experiment.ledger;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long the ledger waits. */
@ConfigMapping(prefix = "tradewind.experiment.ledger")
interface LedgerConfig {

    /**
     * How long an outcome is kept whose prediction has not come, as most outcomes are of predictions outside experiments;
     * longer than predictions may be spooled while Kafka is away. Default two days.
     */
    @WithDefault("P2D")
    Duration earlyOutcomeRetention();
}
