/** Feature rows, labels and the samples cut from them, and the scalers fitted on them. */
@NullMarked
package io.tradewind.learning.dataset;

import org.jspecify.annotations.NullMarked;
