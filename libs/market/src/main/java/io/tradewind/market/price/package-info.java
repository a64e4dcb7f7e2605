/**
 * Returns, candle shape and lags.
 */
@NullMarked
package io.tradewind.market.price;

import org.jspecify.annotations.NullMarked;
