/**
 * The prediction journal: every prediction is appended to segment files on disk before it is answered, sent to
 * Kafka from there, and deleted once the broker has acknowledged it. Publishes {@code PredictionMade}.
 */
@NullMarked
package io.tradewind.inference.journal;

import org.jspecify.annotations.NullMarked;
