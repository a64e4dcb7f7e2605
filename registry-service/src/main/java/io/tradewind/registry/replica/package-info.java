/**
 * The inference replicas that are alive and what each of them serves, as their heartbeats and reports say. Owns the
 * tables {@code replica} and {@code replica_serving}; publishes nothing.
 */
@NullMarked
package io.tradewind.registry.replica;

import org.jspecify.annotations.NullMarked;
