/** Tests on sufficient statistics: pure functions with their sources. */
@NullMarked
package io.tradewind.experiment.statistics;

import org.jspecify.annotations.NullMarked;
