/**
 * Moving averages and the indicators made of them.
 */
@NullMarked
package io.tradewind.market.average;

import org.jspecify.annotations.NullMarked;
