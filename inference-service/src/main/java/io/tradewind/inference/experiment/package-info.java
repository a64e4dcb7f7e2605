/**
 * Running experiments as this replica knows them, and which arm a unit belongs to. Assignment is a pure function of
 * the experiment and the unit: no call leaves the process. Publishes nothing; the arm rides on the prediction.
 */
@NullMarked
package io.tradewind.inference.experiment;

import org.jspecify.annotations.NullMarked;
