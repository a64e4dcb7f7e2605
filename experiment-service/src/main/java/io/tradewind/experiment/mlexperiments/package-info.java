/** The older face of experiments, {@code /api/ml/experiments}, over the same services. */
@NullMarked
package io.tradewind.experiment.mlexperiments;

import org.jspecify.annotations.NullMarked;
