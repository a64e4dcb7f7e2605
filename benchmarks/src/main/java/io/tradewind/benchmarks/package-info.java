/** What the measurements share. */
@NullMarked
package io.tradewind.benchmarks;

import org.jspecify.annotations.NullMarked;
