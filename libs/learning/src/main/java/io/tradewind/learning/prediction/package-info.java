/** Fast, thread-safe predictors over a bundle: ONNX Runtime for networks, flat arrays for trees. */
@NullMarked
package io.tradewind.learning.prediction;

import org.jspecify.annotations.NullMarked;
