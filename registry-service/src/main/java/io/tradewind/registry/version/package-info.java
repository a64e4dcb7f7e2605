/**
 * Versions of models: numbered 1, 2, 3 without gaps, whoever creates them at the same time, and never reused. Owns the
 * tables {@code version} and {@code version_file}; what happens to a version is published with its model.
 */
@NullMarked
package io.tradewind.registry.version;

import org.jspecify.annotations.NullMarked;
