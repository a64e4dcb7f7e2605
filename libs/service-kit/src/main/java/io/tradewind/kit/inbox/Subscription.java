package io.tradewind.kit.inbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.tradewind.contracts.Topic;

/** Who consumes what. */
record Subscription(String group, Map<String, Topic> topics, BatchHandler handler, Redelivery redelivery) {

    Subscription(String group, Set<Topic> topics, BatchHandler handler, Redelivery redelivery) {
        this(
                group,
                topics.stream().collect(Collectors.toUnmodifiableMap(Topic::topicName, Function.identity())),
                handler,
                redelivery);
    }

    List<String> topicNames() {
        return topics.keySet().stream().sorted().toList();
    }
}
