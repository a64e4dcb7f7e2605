/**
 * Predictions asked for with feature tensors: reads and checks the input, predicts off the event loop, journals and
 * answers. Publishes {@code PredictionMade} through the journal.
 */
@NullMarked
package io.tradewind.inference.prediction;

import org.jspecify.annotations.NullMarked;
