package io.tradewind.learning.network;

import java.util.List;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;

/** A dense layer over the last axis: (batch, ..., in) to (batch, ..., units). */
final class DenseLayer implements NetworkLayer {

    private final int units;
    private final boolean rectified;
    private final Linear linear;
    private final Block block;

    DenseLayer(int units, boolean rectified) {
        this.units = units;
        this.rectified = rectified;
        this.linear = Linear.builder().setUnits(units).build();
        this.block = rectified ? new SequentialBlock().add(linear).add(Activation::relu) : linear;
    }

    @Override
    public Block block() {
        return block;
    }

    @Override
    public String export(OnnxGraph graph, String input) {
        String sum = exportLinear(graph, input, linear, units);
        return rectified ? graph.node("Relu", List.of(sum)) : sum;
    }

    /** PyTorch keeps weights as (out, in); MatMul wants (in, out). */
    static String exportLinear(OnnxGraph graph, String input, Block linear, int units) {
        List<float[]> trained = Weights.direct(linear);
        float[] weights = trained.get(0);
        int in = weights.length / units;
        String matrix = graph.weights("weight", transpose(weights, units, in), in, units);
        String product = graph.node("MatMul", List.of(input, matrix));
        return graph.node("Add", List.of(product, graph.weights("bias", trained.get(1), units)));
    }

    private static float[] transpose(float[] matrix, int rows, int columns) {
        float[] transposed = new float[matrix.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                transposed[column * rows + row] = matrix[row * columns + column];
            }
        }
        return transposed;
    }
}
