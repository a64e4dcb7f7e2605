/** Opening ONNX Runtime sessions safely. */
@NullMarked
package io.tradewind.learning.onnx;

import org.jspecify.annotations.NullMarked;
