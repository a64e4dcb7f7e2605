/**
 * The paths and shapes of the systems Tradewind replaces, over the same services: market insights by symbol, legacy
 * predictions, model status. Publishes nothing of its own.
 */
@NullMarked
package io.tradewind.inference.insight;

import org.jspecify.annotations.NullMarked;
