/**
 * Candlestick patterns, classic and for markets without gaps, and sequences of candles.
 */
@NullMarked
package io.tradewind.market.pattern;

import org.jspecify.annotations.NullMarked;
