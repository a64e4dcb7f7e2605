/** A package of a sample service. */
@NullMarked
package io.tradewind.testkit.good.beta;

import org.jspecify.annotations.NullMarked;
