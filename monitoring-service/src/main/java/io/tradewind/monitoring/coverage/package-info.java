/** How many predictions have their outcome, and what is missing. Owns nothing; publishes nothing. */
@NullMarked
package io.tradewind.monitoring.coverage;

import org.jspecify.annotations.NullMarked;
