/**
 * What the market is like: imbalance, liquidity, conditional volatility and regimes.
 */
@NullMarked
package io.tradewind.market.market;

import org.jspecify.annotations.NullMarked;
