/** How much each feature contributes to a model's forecasts. */
@NullMarked
package io.tradewind.learning.importance;

import org.jspecify.annotations.NullMarked;
