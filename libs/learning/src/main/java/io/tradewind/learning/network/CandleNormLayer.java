package io.tradewind.learning.network;

import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;

/**
 * Makes windows of candles comparable, each by itself: (batch, time, 5) with open, high, low, close and volume to the same shape.
 *
 * <p>Prices become distances from the newest close in mean ranges (high - low) of the window, so that shapes look alike at any
 * price level and in calm and wild markets; volumes become shares of their mean, less one. Being part of the network it needs
 * nothing from the training rows, and the exported graph takes raw candles.
 */
final class CandleNormLayer implements NetworkLayer {

    /** The features it takes, in this order. */
    static final List<String> FEATURES = List.of("open", "high", "low", "close", "volume");

    /** A price that stands still has no range; this share of the price is less than any tick. */
    private static final float LEAST_RANGE = 1e-6f;

    /** Less than any price's least range and than any volume: what is divided by is never nothing. */
    private static final float LEAST = 1e-12f;

    /** Ranges beyond which a price is an outlier of a window that had almost stood still. */
    private static final float LIMIT = 100;

    private static final int PRICES = 4;
    private static final int HIGH = 1;
    private static final int LOW = 2;
    private static final int CLOSE = 3;

    private final Block block = LambdaBlock.singleton(CandleNormLayer::normalised);

    private static NDArray normalised(NDArray candles) {
        NDArray newest = candles.get(new NDIndex(":, -1:, 3:4"));
        NDArray ranges = candles.get(new NDIndex(":, :, 1:2")).sub(candles.get(new NDIndex(":, :, 2:3")));
        NDArray unit = ranges.mean(new int[] {1}, true)
                .maximum(newest.mul(LEAST_RANGE))
                .maximum(LEAST);
        NDArray prices = candles.get(new NDIndex(":, :, :4")).sub(newest).div(unit);
        NDArray volume = candles.get(new NDIndex(":, :, 4:5"));
        NDArray shares =
                volume.div(volume.mean(new int[] {1}, true).maximum(LEAST)).sub(1);
        return prices.concat(shares, 2).clip(-LIMIT, LIMIT);
    }

    @Override
    public Block block() {
        return block;
    }

    @Override
    public String export(OnnxGraph graph, String input) {
        String close = columns(graph, input, CLOSE, CLOSE + 1);
        String index = graph.integers("newest", new long[] {-1}, 1);
        String newest = graph.node("Gather", List.of(close, index), OnnxGraph.integer("axis", 1));
        String ranges =
                graph.node("Sub", List.of(columns(graph, input, HIGH, HIGH + 1), columns(graph, input, LOW, LOW + 1)));
        String least = graph.node("Mul", List.of(newest, graph.weights("leastRange", new float[] {LEAST_RANGE})));
        String unit = graph.node("Max", List.of(mean(graph, ranges), least, least(graph)));
        String distances = graph.node("Sub", List.of(columns(graph, input, 0, PRICES), newest));
        String prices = graph.node("Div", List.of(distances, unit));
        String both = graph.node("Concat", List.of(prices, shares(graph, input)), OnnxGraph.integer("axis", 2));
        String low = graph.weights("low", new float[] {-LIMIT});
        String high = graph.weights("high", new float[] {LIMIT});
        return graph.node("Clip", List.of(both, low, high));
    }

    private static String shares(OnnxGraph graph, String input) {
        String volume = columns(graph, input, PRICES, PRICES + 1);
        String unit = graph.node("Max", List.of(mean(graph, volume), least(graph)));
        String one = graph.weights("one", new float[] {1});
        return graph.node("Sub", List.of(graph.node("Div", List.of(volume, unit)), one));
    }

    private static String least(OnnxGraph graph) {
        return graph.weights("least", new float[] {LEAST});
    }

    private static String columns(OnnxGraph graph, String input, long from, long to) {
        String start = graph.integers("start", new long[] {from}, 1);
        String end = graph.integers("end", new long[] {to}, 1);
        String axis = graph.integers("axis", new long[] {2}, 1);
        return graph.node("Slice", List.of(input, start, end, axis));
    }

    private static String mean(OnnxGraph graph, String input) {
        return graph.node(
                "ReduceMean", List.of(input), OnnxGraph.integerList("axes", 1), OnnxGraph.integer("keepdims", 1));
    }
}
