/**
 * The way of a bundle into a version and out again: streamed uploads whose digest must match, verification before a
 * version becomes READY, and downloads with entity tags and ranges. Owns no table; keeps files through
 * {@link io.tradewind.registry.storage.BundleStore} and publishes {@code VERSION_READY} or {@code VERSION_FAILED} with
 * the model.
 */
@NullMarked
package io.tradewind.registry.bundle;

import org.jspecify.annotations.NullMarked;
