package io.tradewind.contracts;

import java.util.Map;

/** Every Kafka topic of the fleet, with the shape it must have on the broker. */
public enum Topic {
    /** State of each model and its deployment, keyed by model id; broadcast to every inference replica. */
    MODELS("tradewind.models", 3, Retention.COMPACT),
    /** State and progress of training jobs, keyed by job id. */
    TRAINING("tradewind.training", 3, Retention.WEEK),
    /** What inference replicas serve, keyed by model id (heartbeats: replica id). */
    INFERENCE("tradewind.inference", 3, Retention.WEEK),
    /** Closed candles, keyed by {@code symbol|timeframe}; broadcast to every inference replica. */
    CANDLES("tradewind.candles", 4, Retention.LONG),
    /** Predictions, keyed by prediction id; as many partitions as {@link #OUTCOMES}, so that their join is local. */
    PREDICTIONS("tradewind.predictions", 4, Retention.WEEK),
    /** Outcomes of predictions, keyed by prediction id. */
    OUTCOMES("tradewind.outcomes", 4, Retention.WEEK),
    /** State of each experiment, keyed by experiment id; broadcast to every inference replica. */
    EXPERIMENTS("tradewind.experiments", 3, Retention.COMPACT),
    /** State of each alert, keyed by alert id. */
    ALERTS("tradewind.alerts", 3, Retention.WEEK),
    /** Records no consumer could make sense of, with the reason in their headers. */
    DEAD_LETTERS("tradewind.dead-letters", 1, Retention.WEEK);

    private final String topicName;
    private final int partitions;
    private final Retention retention;

    Topic(String topicName, int partitions, Retention retention) {
        this.topicName = topicName;
        this.partitions = partitions;
        this.retention = retention;
    }

    /** Name on the broker. */
    public String topicName() {
        return topicName;
    }

    /** Number of partitions the topic is created with. */
    public int partitions() {
        return partitions;
    }

    /** Broker-side topic settings, such as {@code cleanup.policy}. */
    public Map<String, String> settings() {
        return retention.settings;
    }

    private enum Retention {
        COMPACT(Map.of("cleanup.policy", "compact", "min.cleanable.dirty.ratio", "0.1")),
        WEEK(Map.of("cleanup.policy", "delete", "retention.ms", "604800000")),
        /** A replica that starts rebuilds its feature windows from here, so candles stay for a quarter. */
        LONG(Map.of("cleanup.policy", "delete", "retention.ms", "7776000000"));

        private final Map<String, String> settings;

        Retention(Map<String, String> settings) {
            this.settings = settings;
        }
    }
}
