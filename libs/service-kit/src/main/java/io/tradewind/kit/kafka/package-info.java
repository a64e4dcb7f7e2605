/** How the kit talks to Kafka: clients, topics, the event codec, readiness. */
@NullMarked
package io.tradewind.kit.kafka;

import org.jspecify.annotations.NullMarked;
