/**
 * Ranges, deviations and range-based volatility estimators.
 */
@NullMarked
package io.tradewind.market.volatility;

import org.jspecify.annotations.NullMarked;
