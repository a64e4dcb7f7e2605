/**
 * How features describe themselves: definitions, the kernels behind them and the groups they come in.
 */
@NullMarked
package io.tradewind.market.definition;

import org.jspecify.annotations.NullMarked;
