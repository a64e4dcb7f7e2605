/** Candles to features from the command line: {@code ./fleet features}. */
@NullMarked
package io.tradewind.launcher.features;

import org.jspecify.annotations.NullMarked;
