/**
 * Directional movement and regression lines.
 */
@NullMarked
package io.tradewind.market.trend;

import org.jspecify.annotations.NullMarked;
