/** What models do on real candles, and how fast their predictors are beside the libraries they come from. */
@NullMarked
package io.tradewind.benchmarks.learning;

import org.jspecify.annotations.NullMarked;
