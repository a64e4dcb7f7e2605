/** Predictions and the outcomes they are judged by. */
@NullMarked
package io.tradewind.contracts.prediction;

import org.jspecify.annotations.NullMarked;
