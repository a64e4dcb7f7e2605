/** Turning raw scores into probabilities that mean what they say, fitted on validation rows. */
@NullMarked
package io.tradewind.learning.calibration;

import org.jspecify.annotations.NullMarked;
