/**
 * The feature engine beside TA-Lib's Java port and ta4j, in one run on the same candles.
 */
@NullMarked
package io.tradewind.benchmarks.features;

import org.jspecify.annotations.NullMarked;
