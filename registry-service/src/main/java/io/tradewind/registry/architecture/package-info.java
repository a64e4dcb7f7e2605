/**
 * The catalogue of architectures that models can have, with the schema of their parameters. Owns nothing: what is listed
 * is what this build trains, exports and serves.
 */
@NullMarked
package io.tradewind.registry.architecture;

import org.jspecify.annotations.NullMarked;
