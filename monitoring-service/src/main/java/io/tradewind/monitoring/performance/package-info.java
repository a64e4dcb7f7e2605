/**
 * The figures a model is watched by, in the names they are known under outside: performance from its statistics and
 * drift scores brought together, over HTTP and as Prometheus gauges. Owns nothing; publishes nothing.
 */
@NullMarked
package io.tradewind.monitoring.performance;

import org.jspecify.annotations.NullMarked;
