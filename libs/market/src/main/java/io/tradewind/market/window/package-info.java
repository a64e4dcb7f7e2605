/**
 * Sliding windows built from two stacks: nothing is ever subtracted, so nothing ever drifts.
 */
@NullMarked
package io.tradewind.market.window;

import org.jspecify.annotations.NullMarked;
