/**
 * Follows the deployments the registry asks for: downloads a bundle, verifies it, warms it up, swaps it in, and frees
 * the version it replaces once nobody uses it. Owns the bundle cache and the file of last known deployments; publishes
 * {@code ModelLoaded}, {@code ModelLoadFailed} and {@code ModelUnloaded}.
 */
@NullMarked
package io.tradewind.inference.deployment;

import org.jspecify.annotations.NullMarked;
