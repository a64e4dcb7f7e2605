/** A real Kafka broker, broker and controller in one, inside this JVM. */
@NullMarked
package io.tradewind.embedded.kafka;

import org.jspecify.annotations.NullMarked;
