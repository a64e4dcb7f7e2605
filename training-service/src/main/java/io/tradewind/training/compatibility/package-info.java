/**
 * The paths and shapes clients of the earlier platform use, {@code /api/production-ml} and {@code /api/ml}, on top of the
 * same jobs. It decides nothing and stores nothing.
 */
@NullMarked
package io.tradewind.training.compatibility;

import org.jspecify.annotations.NullMarked;
