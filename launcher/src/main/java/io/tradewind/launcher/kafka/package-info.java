/** Kafka as a process of its own. */
@NullMarked
package io.tradewind.launcher.kafka;

import org.jspecify.annotations.NullMarked;
