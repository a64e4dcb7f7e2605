/** Events put straight on Kafka, with the broker's acknowledgement as the answer. */
@NullMarked
package io.tradewind.kit.publish;

import org.jspecify.annotations.NullMarked;
