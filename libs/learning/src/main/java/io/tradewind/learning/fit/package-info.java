/** What every kind of model is fitted through: the request, the fitted model, and who watches. */
@NullMarked
package io.tradewind.learning.fit;

import org.jspecify.annotations.NullMarked;
