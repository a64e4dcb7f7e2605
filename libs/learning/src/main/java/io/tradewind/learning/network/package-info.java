/** Neural networks: their layers, their training on PyTorch and their export to ONNX. */
@NullMarked
package io.tradewind.learning.network;

import org.jspecify.annotations.NullMarked;
