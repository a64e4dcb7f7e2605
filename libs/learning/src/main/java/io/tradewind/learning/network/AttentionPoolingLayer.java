package io.tradewind.learning.network;

import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * Weighs all time steps and adds them up: (batch, time, width) to (batch, width). The weights are the softmax over time of
 * {@code v . tanh(W h + b)} (Bahdanau et al. 2015, with the query left out).
 */
final class AttentionPoolingLayer implements NetworkLayer {

    private final int width;
    private final PoolingBlock block;

    AttentionPoolingLayer(int width) {
        this.width = width;
        this.block = new PoolingBlock(width);
    }

    @Override
    public Block block() {
        return block;
    }

    @Override
    public String export(OnnxGraph graph, String input) {
        String hidden = DenseLayer.exportLinear(graph, input, block.hidden, width);
        String tanh = graph.node("Tanh", List.of(hidden));
        String scores = DenseLayer.exportLinear(graph, tanh, block.score, 1);
        String weights = graph.node("Softmax", List.of(scores), OnnxGraph.integer("axis", 1));
        String weighted = graph.node("Mul", List.of(input, weights));
        String axes = graph.integers("axes", new long[] {1}, 1);
        return graph.node("ReduceSum", List.of(weighted, axes), OnnxGraph.integer("keepdims", 0));
    }

    private static final class PoolingBlock extends AbstractBlock {

        private final Linear hidden;
        private final Linear score;

        PoolingBlock(int width) {
            hidden = addChildBlock("hidden", Linear.builder().setUnits(width).build());
            score = addChildBlock("score", Linear.builder().setUnits(1).build());
        }

        @Override
        protected NDList forwardInternal(
                ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> options) {
            NDArray steps = inputs.singletonOrThrow();
            NDArray tanh = hidden.forward(parameters, inputs, training)
                    .singletonOrThrow()
                    .tanh();
            NDArray scores =
                    score.forward(parameters, new NDList(tanh), training).singletonOrThrow();
            return new NDList(steps.mul(scores.softmax(1)).sum(new int[] {1}));
        }

        @Override
        public Shape[] getOutputShapes(Shape[] inputs) {
            return new Shape[] {new Shape(inputs[0].get(0), inputs[0].get(2))};
        }

        @Override
        protected void initializeChildBlocks(
                ai.djl.ndarray.NDManager manager, ai.djl.ndarray.types.DataType type, Shape... inputs) {
            hidden.initialize(manager, type, inputs);
            score.initialize(manager, type, inputs);
        }
    }
}
