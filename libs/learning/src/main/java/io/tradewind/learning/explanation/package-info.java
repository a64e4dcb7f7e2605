/** Why a predictor says what it says: importances, contributions and dependences of any model that can be served. */
@NullMarked
package io.tradewind.learning.explanation;

import org.jspecify.annotations.NullMarked;
