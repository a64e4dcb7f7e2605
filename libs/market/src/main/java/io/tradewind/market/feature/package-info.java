/**
 * The public face of the engine: catalogue, named sets, batch pipeline, stream and matrix.
 */
@NullMarked
package io.tradewind.market.feature;

import org.jspecify.annotations.NullMarked;
