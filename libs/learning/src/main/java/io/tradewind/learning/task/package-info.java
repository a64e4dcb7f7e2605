/** What a model is asked to forecast, and the forecast itself. */
@NullMarked
package io.tradewind.learning.task;

import org.jspecify.annotations.NullMarked;
