/** How several models' outputs become one: the rules, and how stacking's coefficients are fitted; pure Java. */
@NullMarked
package io.tradewind.learning.ensemble;

import org.jspecify.annotations.NullMarked;
