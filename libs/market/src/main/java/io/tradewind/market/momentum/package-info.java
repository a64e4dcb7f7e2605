/**
 * Oscillators and rates of change.
 */
@NullMarked
package io.tradewind.market.momentum;

import org.jspecify.annotations.NullMarked;
