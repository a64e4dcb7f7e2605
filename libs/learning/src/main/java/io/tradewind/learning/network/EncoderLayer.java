package io.tradewind.learning.network;

import java.util.List;

import ai.djl.nn.Block;

/**
 * A transformer encoder over time (Vaswani et al. 2017): multi-head attention and a feed-forward part, each added to what came
 * in and then normalised; (batch, time, width) to the same shape.
 */
final class EncoderLayer implements NetworkLayer {

    private final EncoderBlock block;

    EncoderLayer(EncoderShape shape) {
        this.block = new EncoderBlock(shape);
    }

    @Override
    public Block block() {
        return block;
    }

    @Override
    public String export(OnnxGraph graph, String input) {
        int width = block.shape.width();
        String attended = attention(graph, input);
        String first = norm(graph, graph.node("Add", List.of(input, attended)), block.attentionNorm);
        String wide = DenseLayer.exportLinear(graph, first, block.widen, block.shape.feedForward());
        String active = graph.node("Relu", List.of(wide));
        String narrowed = DenseLayer.exportLinear(graph, active, block.narrow, width);
        return norm(graph, graph.node("Add", List.of(first, narrowed)), block.forwardNorm);
    }

    private String attention(OnnxGraph graph, String input) {
        int attentionWidth = block.shape.attentionWidth();
        String queries = heads(graph, DenseLayer.exportLinear(graph, input, block.query, attentionWidth), 0, 2, 1, 3);
        String keys = heads(graph, DenseLayer.exportLinear(graph, input, block.key, attentionWidth), 0, 2, 3, 1);
        String values = heads(graph, DenseLayer.exportLinear(graph, input, block.value, attentionWidth), 0, 2, 1, 3);
        String scale = graph.weights("scale", new float[] {block.shape.scoreScale()});
        String scores = graph.node("Mul", List.of(graph.node("MatMul", List.of(queries, keys)), scale));
        String weights = graph.node("Softmax", List.of(scores), OnnxGraph.integer("axis", -1));
        String context = graph.node("MatMul", List.of(weights, values));
        String timeFirst = graph.node("Transpose", List.of(context), OnnxGraph.integerList("perm", 0, 2, 1, 3));
        String shape = graph.integers("shape", new long[] {0, 0, attentionWidth}, 3);
        String merged = graph.node("Reshape", List.of(timeFirst, shape));
        return DenseLayer.exportLinear(graph, merged, block.merge, block.shape.width());
    }

    private String heads(OnnxGraph graph, String steps, long... order) {
        String shape = graph.integers("shape", new long[] {0, 0, block.shape.heads(), block.shape.keyWidth()}, 4);
        String split = graph.node("Reshape", List.of(steps, shape));
        return graph.node("Transpose", List.of(split), OnnxGraph.integerList("perm", order));
    }

    private String norm(OnnxGraph graph, String input, Block norm) {
        List<float[]> trained = Weights.direct(norm);
        return graph.node(
                "LayerNormalization",
                List.of(
                        input,
                        graph.weights("gamma", trained.get(0), block.shape.width()),
                        graph.weights("beta", trained.get(1), block.shape.width())),
                OnnxGraph.integer("axis", -1),
                OnnxGraph.decimal("epsilon", EncoderBlock.EPSILON));
    }
}
