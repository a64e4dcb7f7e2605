/**
 * The {@code /api/production-ml} paths of an older API, in its shapes, as thin adapters over the same services that
 * answer the canonical paths. Owns and publishes nothing.
 */
@NullMarked
package io.tradewind.registry.productionml;

import org.jspecify.annotations.NullMarked;
