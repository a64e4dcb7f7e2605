/** Candles in, trained and validated bundles out: the packages below are its features. */
@NullMarked
package io.tradewind.training;

import org.jspecify.annotations.NullMarked;
