package io.tradewind.learning.network;

import ai.djl.nn.Block;

/** One layer that PyTorch trains and that knows how to write itself, once trained, as ONNX nodes. */
interface NetworkLayer {

    /** The block that is trained; always the same one. */
    Block block();

    /**
     * Writes the trained layer as it acts in inference.
     *
     * @param input name of the value it takes
     * @return name of the value it gives
     */
    String export(OnnxGraph graph, String input);
}
