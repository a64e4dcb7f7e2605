package io.tradewind.inference.replica;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The replica's heartbeat. */
@ConfigMapping(prefix = "inference.replica")
interface ReplicaConfig {

    /** Time between two heartbeats; a replica silent for three of them counts as gone. Default 2 s. */
    @WithDefault("PT2S")
    Duration heartbeat();
}
