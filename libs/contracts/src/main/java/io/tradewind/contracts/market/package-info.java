/** Candles as they travel. */
@NullMarked
package io.tradewind.contracts.market;

import org.jspecify.annotations.NullMarked;
