/** The experiment service: A/B experiments on live predictions, from assignment to conclusion. */
@NullMarked
package io.tradewind.experiment;

import org.jspecify.annotations.NullMarked;
