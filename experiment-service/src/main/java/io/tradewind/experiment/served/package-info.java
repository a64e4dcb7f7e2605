/** Which models exist, whose they are and whether they are served: a projection of {@code tradewind.models}. */
@NullMarked
package io.tradewind.experiment.served;

import org.jspecify.annotations.NullMarked;
