/** Experiments as their authors define and steer them. Owns the table {@code experiment}; publishes
 * {@code ExperimentChanged} with every change. */
@NullMarked
package io.tradewind.experiment.definition;

import org.jspecify.annotations.NullMarked;
