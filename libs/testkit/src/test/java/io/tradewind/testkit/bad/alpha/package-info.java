/** A package of a sample service. */
@NullMarked
package io.tradewind.testkit.bad.alpha;

import org.jspecify.annotations.NullMarked;
