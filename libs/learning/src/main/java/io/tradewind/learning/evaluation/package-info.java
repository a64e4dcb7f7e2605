/** How a model is judged: statistical and trading metrics, baselines, standard errors and gates; pure Java. */
@NullMarked
package io.tradewind.learning.evaluation;

import org.jspecify.annotations.NullMarked;
