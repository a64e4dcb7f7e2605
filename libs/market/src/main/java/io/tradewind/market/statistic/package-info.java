/**
 * Rolling moments of returns and closes.
 */
@NullMarked
package io.tradewind.market.statistic;

import org.jspecify.annotations.NullMarked;
