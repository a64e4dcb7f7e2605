/**
 * The paths {@code /api/ml/monitoring} and {@code /api/ml/performance} with their own shapes, over the same services as
 * the canonical ones. Owns nothing; publishes nothing.
 */
@NullMarked
package io.tradewind.monitoring.seed;

import org.jspecify.annotations.NullMarked;
