package io.tradewind.learning.network;

import java.util.List;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;

/**
 * Convolution over time of the same length, batch normalisation, ReLU, and halving by pooling: (batch, channels, time) to
 * (batch, filters, time / 2).
 */
final class ConvolutionLayer implements NetworkLayer {

    /** How pairs of steps become one. */
    enum Pooling {
        MAX,
        AVERAGE,
        NONE
    }

    private static final float EPSILON = 1e-5f;
    private static final Shape PAIR = new Shape(2);

    private final int filters;
    private final int kernel;
    private final Pooling pooling;
    private final Conv1d convolution;
    private final BatchNorm norm;
    private final Block block;

    /**
     * A layer.
     *
     * @param kernel odd number of steps a filter sees
     */
    ConvolutionLayer(int filters, int kernel, Pooling pooling) {
        if (kernel % 2 == 0) {
            throw new IllegalArgumentException("kernel must be odd, was " + kernel);
        }
        this.filters = filters;
        this.kernel = kernel;
        this.pooling = pooling;
        this.convolution = Conv1d.builder()
                .setKernelShape(new Shape(kernel))
                .setFilters(filters)
                .optPadding(new Shape(kernel / 2))
                .build();
        this.norm = BatchNorm.builder().optEpsilon(EPSILON).build();
        SequentialBlock all = new SequentialBlock().add(convolution).add(norm).add(Activation::relu);
        switch (pooling) {
            case MAX -> all.add(Pool.maxPool1dBlock(PAIR, PAIR));
            case AVERAGE -> all.add(Pool.avgPool1dBlock(PAIR, PAIR));
            case NONE -> {}
        }
        this.block = all;
    }

    @Override
    public Block block() {
        return block;
    }

    @Override
    public String export(OnnxGraph graph, String input) {
        List<float[]> trained = Weights.direct(convolution);
        int channels = trained.get(0).length / (filters * kernel);
        String weights = graph.weights("filter", trained.get(0), filters, channels, kernel);
        String bias = graph.weights("bias", trained.get(1), filters);
        String sums = graph.node(
                "Conv",
                List.of(input, weights, bias),
                OnnxGraph.integerList("kernel_shape", kernel),
                OnnxGraph.integerList("pads", kernel / 2, kernel / 2));
        String active = graph.node("Relu", List.of(normalised(graph, sums)));
        return switch (pooling) {
            case MAX -> pooled(graph, "MaxPool", active);
            case AVERAGE -> pooled(graph, "AveragePool", active);
            case NONE -> active;
        };
    }

    /** Inference normalises by what training saw, not by the batch at hand. */
    private String normalised(OnnxGraph graph, String input) {
        List<float[]> trained = Weights.direct(norm);
        return graph.node(
                "BatchNormalization",
                List.of(
                        input,
                        graph.weights("gamma", trained.get(0), filters),
                        graph.weights("beta", trained.get(1), filters),
                        graph.weights("mean", trained.get(2), filters),
                        graph.weights("variance", trained.get(3), filters)),
                OnnxGraph.decimal("epsilon", EPSILON));
    }

    private static String pooled(OnnxGraph graph, String operator, String input) {
        return graph.node(
                operator,
                List.of(input),
                OnnxGraph.integerList("kernel_shape", 2),
                OnnxGraph.integerList("strides", 2));
    }
}
