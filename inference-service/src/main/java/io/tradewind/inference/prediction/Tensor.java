package io.tradewind.inference.prediction;

import java.util.Arrays;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in nested arrays, flattened row-major.
 *
 * @param shape length of each level, the outermost first; 2 or 3 levels make sense
 * @param ragged where an array has another length than its siblings; null when none has
 */
@JsonDeserialize(using = TensorDeserializer.class)
record Tensor(double[] values, int[] shape, @Nullable String ragged) {

    int rank() {
        return shape.length;
    }

    String shapeText() {
        return Arrays.toString(shape);
    }
}
