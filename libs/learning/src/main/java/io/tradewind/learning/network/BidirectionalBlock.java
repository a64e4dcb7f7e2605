package io.tradewind.learning.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * Two recurrent blocks, one of which reads time backwards, side by side: (batch, time, in) to (batch, time, 2 * units). DJL 0.35
 * hands the engine the arrays of its own bidirectional blocks in the wrong order.
 */
final class BidirectionalBlock extends AbstractBlock {

    private static final int TIME = 1;
    private static final int WIDTH = 2;

    private final Block forward;
    private final Block backward;

    BidirectionalBlock(Block forward, Block backward) {
        this.forward = addChildBlock("forward", forward);
        this.backward = addChildBlock("backward", backward);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> options) {
        NDArray steps = inputs.singletonOrThrow();
        NDArray ahead = forward.forward(parameters, inputs, training).head();
        NDArray back = backward.forward(parameters, new NDList(steps.flip(TIME)), training)
                .head()
                .flip(TIME);
        return new NDList(ahead.concat(back, WIDTH));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape one = forward.getOutputShapes(inputs)[0];
        return new Shape[] {new Shape(one.get(0), one.get(TIME), 2 * one.get(WIDTH))};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        forward.initialize(manager, type, inputs);
        backward.initialize(manager, type, inputs);
    }
}
