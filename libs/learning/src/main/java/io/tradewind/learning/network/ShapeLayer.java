package io.tradewind.learning.network;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;

/** A layer without weights that only rearranges or averages. */
final class ShapeLayer implements NetworkLayer {

    private final Block block;
    private final BiFunction<OnnxGraph, String, String> export;

    private ShapeLayer(UnaryOperator<NDArray> forward, BiFunction<OnnxGraph, String, String> export) {
        this.block = LambdaBlock.singleton(forward);
        this.export = export;
    }

    /** (batch, time, channels) to (batch, channels, time), as convolutions want it. */
    static ShapeLayer channelsFirst() {
        return new ShapeLayer(
                steps -> steps.transpose(0, 2, 1),
                (graph, input) -> graph.node("Transpose", List.of(input), OnnxGraph.integerList("perm", 0, 2, 1)));
    }

    /** The mean over one axis, which disappears. */
    static ShapeLayer mean(int axis) {
        return new ShapeLayer(
                values -> values.mean(new int[] {axis}),
                (graph, input) -> graph.node(
                        "ReduceMean",
                        List.of(input),
                        OnnxGraph.integerList("axes", axis),
                        OnnxGraph.integer("keepdims", 0)));
    }

    /** (batch, ...) to (batch, all the rest). */
    static ShapeLayer flatten() {
        return new ShapeLayer(
                values -> values.reshape(values.getShape().get(0), -1),
                (graph, input) -> graph.node("Flatten", List.of(input), OnnxGraph.integer("axis", 1)));
    }

    /** Adds sines and cosines that tell the steps apart (Vaswani et al. 2017, section 3.5). */
    static ShapeLayer positions(int window, int width) {
        float[] encoding = encoding(window, width);
        return new ShapeLayer(
                steps -> steps.add(steps.getManager().create(encoding, new Shape(1, window, width))),
                (graph, input) ->
                        graph.node("Add", List.of(input, graph.weights("positions", encoding, 1, window, width))));
    }

    private static float[] encoding(int window, int width) {
        float[] encoding = new float[window * width];
        for (int step = 0; step < window; step++) {
            for (int k = 0; k < width; k++) {
                double angle = step / Math.pow(10_000, 2.0 * (k / 2) / width);
                encoding[step * width + k] = (float) (k % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
            }
        }
        return encoding;
    }

    @Override
    public Block block() {
        return block;
    }

    @Override
    public String export(OnnxGraph graph, String input) {
        return export.apply(graph, input);
    }
}
