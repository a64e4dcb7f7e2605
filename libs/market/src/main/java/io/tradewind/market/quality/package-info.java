/**
 * Checks candles before anything is computed from them and reports what is wrong, row by row.
 */
@NullMarked
package io.tradewind.market.quality;

import org.jspecify.annotations.NullMarked;
