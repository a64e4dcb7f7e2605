/** Taking in models that others trained: a plain ONNX file with a declared schema becomes a bundle like any other. */
@NullMarked
package io.tradewind.learning.foreign;

import org.jspecify.annotations.NullMarked;
