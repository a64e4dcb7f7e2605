/** A package of a sample service. */
@NullMarked
package io.tradewind.testkit.good.alpha;

import org.jspecify.annotations.NullMarked;
