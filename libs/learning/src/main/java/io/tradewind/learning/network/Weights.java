package io.tradewind.learning.network;

import java.util.List;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;

/** Reads trained parameters out of native memory. */
final class Weights {

    private Weights() {}

    /** A block's own parameters in the order the engine takes them. */
    static List<float[]> direct(Block block) {
        return block.getDirectParameters().values().stream()
                .map(Weights::values)
                .toList();
    }

    private static float[] values(Parameter parameter) {
        return parameter.getArray().toFloatArray();
    }
}
