/** Training jobs as the training service publishes them. */
@NullMarked
package io.tradewind.contracts.training;

import org.jspecify.annotations.NullMarked;
