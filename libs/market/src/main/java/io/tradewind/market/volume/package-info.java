/**
 * Volume, money flow and accumulation.
 */
@NullMarked
package io.tradewind.market.volume;

import org.jspecify.annotations.NullMarked;
