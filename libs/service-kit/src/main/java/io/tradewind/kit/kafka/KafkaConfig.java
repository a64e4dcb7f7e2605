package io.tradewind.kit.kafka;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where Kafka is and how patient this service is with it. */
@ConfigMapping(prefix = "tradewind.kafka")
public interface KafkaConfig {

    /** Brokers to ask first, {@code host:port} separated by commas. Default: {@code kafka.bootstrap.servers}. */
    @WithDefault("${kafka.bootstrap.servers:localhost:19092}")
    String bootstrapServers();

    /** Whether this service creates the fleet's topics where they are missing. Default: true. */
    @WithDefault("true")
    boolean provisionTopics();

    /** Copies of each partition of a topic that is created. Default: 1. */
    @WithDefault("1")
    short replicationFactor();

    /** How long a record may wait for the broker's acknowledgement before its sender is told. Default: 20 s. */
    @WithDefault("20s")
    Duration deliveryTimeout();

    /** Memory for records that wait to be sent, in bytes. Default: 16 MiB. */
    @WithDefault("16777216")
    long bufferMemory();

    /** Most records one poll brings. Default: 500. */
    @WithDefault("500")
    int maxPollRecords();

    /** After how long of silence a consumer's partitions go to others. Default: 10 s. */
    @WithDefault("10s")
    Duration sessionTimeout();
}
