/** A model's day, week or month in one document. Owns nothing; publishes nothing. */
@NullMarked
package io.tradewind.monitoring.report;

import org.jspecify.annotations.NullMarked;
