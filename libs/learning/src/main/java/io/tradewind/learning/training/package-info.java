/** Training a model from candles: plan, splits, progress, cancellation and the finished product. */
@NullMarked
package io.tradewind.learning.training;

import org.jspecify.annotations.NullMarked;
