/**
 * The engine's heart: kernels that turn blocks of candles into feature values with constant state.
 */
@NullMarked
package io.tradewind.market.kernel;

import org.jspecify.annotations.NullMarked;
