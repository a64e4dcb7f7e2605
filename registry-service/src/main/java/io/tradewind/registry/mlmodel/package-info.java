/**
 * The {@code /api/ml/models} path of an older API, in its shapes, as a thin adapter over the same services that answer
 * the canonical paths. Owns and publishes nothing.
 */
@NullMarked
package io.tradewind.registry.mlmodel;

import org.jspecify.annotations.NullMarked;
