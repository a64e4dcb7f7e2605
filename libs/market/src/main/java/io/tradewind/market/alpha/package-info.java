/**
 * Qlib's Alpha158, the whole list under its own names.
 */
@NullMarked
package io.tradewind.market.alpha;

import org.jspecify.annotations.NullMarked;
