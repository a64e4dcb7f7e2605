package io.tradewind.kit.runtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a service cannot work without. */
@ConfigMapping(prefix = "tradewind.health")
public interface HealthConfig {

    /** Whether readiness is down while PostgreSQL is away. Default: true. */
    @WithDefault("true")
    boolean databaseRequired();

    /** Whether readiness is down while Kafka is away. Default: true. */
    @WithDefault("true")
    boolean kafkaRequired();
}
