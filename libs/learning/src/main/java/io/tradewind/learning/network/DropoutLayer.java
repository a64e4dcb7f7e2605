package io.tradewind.learning.network;

import ai.djl.nn.Block;
import ai.djl.nn.norm.Dropout;

/** Drops activations while training; does nothing in inference. */
final class DropoutLayer implements NetworkLayer {

    private final Block block;

    DropoutLayer(double rate) {
        this.block = Dropout.builder().optRate((float) rate).build();
    }

    @Override
    public Block block() {
        return block;
    }

    @Override
    public String export(OnnxGraph graph, String input) {
        return input;
    }
}
