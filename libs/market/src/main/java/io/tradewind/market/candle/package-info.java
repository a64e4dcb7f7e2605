/**
 * Candles in columns: the series every other package reads, its timeframes and their conversion.
 */
@NullMarked
package io.tradewind.market.candle;

import org.jspecify.annotations.NullMarked;
