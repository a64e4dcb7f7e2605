package io.tradewind.learning.network;

import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;

/**
 * Takes the final state of a recurrent layer: (batch, time, width) to (batch, width). Read forwards that is the newest step;
 * the backward half of a bidirectional layer ends at the oldest.
 */
final class NewestStepLayer implements NetworkLayer {

    private final int units;
    private final boolean bidirectional;
    private final Block block;

    NewestStepLayer(int units, boolean bidirectional) {
        this.units = units;
        this.bidirectional = bidirectional;
        this.block = LambdaBlock.singleton(bidirectional ? this::ends : NewestStepLayer::newest);
    }

    private static NDArray newest(NDArray steps) {
        return steps.get(new NDIndex(":, -1, :"));
    }

    private NDArray ends(NDArray steps) {
        NDArray forward = steps.get(new NDIndex(":, -1, :" + units));
        NDArray backward = steps.get(new NDIndex(":, 0, " + units + ":"));
        return forward.concat(backward, 1);
    }

    @Override
    public Block block() {
        return block;
    }

    @Override
    public String export(OnnxGraph graph, String input) {
        String newest = step(graph, input, -1);
        if (!bidirectional) {
            return newest;
        }
        String forward = half(graph, newest, 0);
        String backward = half(graph, step(graph, input, 0), units);
        return graph.node("Concat", List.of(forward, backward), OnnxGraph.integer("axis", 1));
    }

    private static String step(OnnxGraph graph, String input, long index) {
        String step = graph.integers("step", new long[] {index});
        return graph.node("Gather", List.of(input, step), OnnxGraph.integer("axis", 1));
    }

    private String half(OnnxGraph graph, String input, long from) {
        String start = graph.integers("start", new long[] {from}, 1);
        String end = graph.integers("end", new long[] {from + units}, 1);
        String axis = graph.integers("axis", new long[] {1}, 1);
        return graph.node("Slice", List.of(input, start, end, axis));
    }
}
