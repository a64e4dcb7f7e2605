/** What an experiment has shown so far, and what may be concluded from it. */
@NullMarked
package io.tradewind.experiment.results;

import org.jspecify.annotations.NullMarked;
