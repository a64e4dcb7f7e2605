package io.tradewind.registry.replica;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** When an inference replica counts as gone. */
@ConfigMapping(prefix = "registry.replica")
public interface ReplicaConfig {

    /** Heartbeats a replica may miss before it counts as gone. */
    @WithDefault("3")
    @Min(1)
    @Max(100)
    int missedHeartbeats();

    /** Heartbeat assumed of a replica that reported a model but whose first heartbeat has not come yet. */
    @WithDefault("10s")
    Duration assumedHeartbeat();

    /** How long a replica that is gone is remembered, so that it is there again at once if it was only slow. */
    @WithDefault("1h")
    Duration forgetAfter();
}
