/** Divisions of samples in time order whose training labels never reach into what is judged. */
@NullMarked
package io.tradewind.learning.split;

import org.jspecify.annotations.NullMarked;
