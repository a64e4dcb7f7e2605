/**
 * Readers that stream candles out of CSV and NDJSON files into a sink, one candle at a time.
 */
@NullMarked
package io.tradewind.market.read;

import org.jspecify.annotations.NullMarked;
