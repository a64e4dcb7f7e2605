/** Histograms and moments of the training data, which drift is later measured against; pure Java. */
@NullMarked
package io.tradewind.learning.reference;

import org.jspecify.annotations.NullMarked;
