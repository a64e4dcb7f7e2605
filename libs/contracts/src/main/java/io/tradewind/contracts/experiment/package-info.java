/** Experiments as the experiment service publishes them. */
@NullMarked
package io.tradewind.contracts.experiment;

import org.jspecify.annotations.NullMarked;
