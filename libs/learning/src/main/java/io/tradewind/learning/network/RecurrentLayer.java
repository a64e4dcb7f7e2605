package io.tradewind.learning.network;

import java.util.List;

import ai.djl.nn.Block;
import ai.djl.nn.recurrent.GRU;
import ai.djl.nn.recurrent.LSTM;

/**
 * One LSTM or GRU layer: (batch, time, in) to (batch, time, units), or twice the units if bidirectional, forward half first.
 *
 * <p>PyTorch stacks gates as i-f-g-o (LSTM) and r-z-n (GRU); ONNX wants i-o-f-c and z-r-h, time before batch, and both biases
 * one after the other.
 */
final class RecurrentLayer implements NetworkLayer {

    /** The cell. */
    enum Cell {
        LSTM(new int[] {0, 3, 1, 2}),
        GRU(new int[] {1, 0, 2});

        private final int[] onnxGates;

        Cell(int[] onnxGates) {
            this.onnxGates = onnxGates;
        }
    }

    /** Input weights, recurrent weights, input bias, recurrent bias. */
    private static final int ARRAYS_PER_DIRECTION = 4;

    private final Cell cell;
    private final int units;
    private final int directions;
    private final List<Block> cells;
    private final Block block;

    RecurrentLayer(Cell cell, int units, boolean bidirectional) {
        this.cell = cell;
        this.units = units;
        this.directions = bidirectional ? 2 : 1;
        this.cells = bidirectional ? List.of(oneWay(cell, units), oneWay(cell, units)) : List.of(oneWay(cell, units));
        this.block = bidirectional ? new BidirectionalBlock(cells.get(0), cells.get(1)) : cells.get(0);
    }

    private static Block oneWay(Cell cell, int units) {
        return switch (cell) {
            case LSTM ->
                LSTM.builder()
                        .setStateSize(units)
                        .setNumLayers(1)
                        .optBatchFirst(true)
                        .build();
            case GRU ->
                GRU.builder()
                        .setStateSize(units)
                        .setNumLayers(1)
                        .optBatchFirst(true)
                        .build();
        };
    }

    @Override
    public Block block() {
        return block;
    }

    @Override
    public String export(OnnxGraph graph, String input) {
        List<float[]> trained =
                cells.stream().flatMap(each -> Weights.direct(each).stream()).toList();
        int gates = cell.onnxGates.length;
        int in = trained.get(0).length / (gates * units);
        String weights = graph.weights("W", stack(trained, 0, in), directions, (long) gates * units, in);
        String recurrent = graph.weights("R", stack(trained, 1, units), directions, (long) gates * units, units);
        String biases = graph.weights("B", biases(trained), directions, 2L * gates * units);
        String timeFirst = graph.node("Transpose", List.of(input), OnnxGraph.integerList("perm", 1, 0, 2));
        String states = recurrent(graph, List.of(timeFirst, weights, recurrent, biases));
        // (time, direction, batch, units) to (batch, time, direction * units)
        String batchFirst = graph.node("Transpose", List.of(states), OnnxGraph.integerList("perm", 2, 0, 1, 3));
        String shape = graph.integers("shape", new long[] {0, 0, (long) directions * units}, 3);
        return graph.node("Reshape", List.of(batchFirst, shape));
    }

    private String recurrent(OnnxGraph graph, List<String> inputs) {
        var hidden = OnnxGraph.integer("hidden_size", units);
        var direction = OnnxGraph.text("direction", directions == 2 ? "bidirectional" : "forward");
        return cell == Cell.LSTM
                ? graph.node("LSTM", inputs, hidden, direction)
                : graph.node("GRU", inputs, hidden, direction, OnnxGraph.integer("linear_before_reset", 1));
    }

    /** The {@code kind}-th array of each direction with its gates in ONNX's order; {@code width} values per unit. */
    private float[] stack(List<float[]> trained, int kind, int width) {
        int block = units * width;
        float[] stacked = new float[directions * cell.onnxGates.length * block];
        int next = 0;
        for (int direction = 0; direction < directions; direction++) {
            float[] source = trained.get(direction * ARRAYS_PER_DIRECTION + kind);
            for (int gate : cell.onnxGates) {
                System.arraycopy(source, gate * block, stacked, next, block);
                next += block;
            }
        }
        return stacked;
    }

    private float[] biases(List<float[]> trained) {
        float[] input = stack(trained, 2, 1);
        float[] recurrent = stack(trained, 3, 1);
        int perDirection = cell.onnxGates.length * units;
        float[] biases = new float[input.length + recurrent.length];
        for (int direction = 0; direction < directions; direction++) {
            int from = direction * perDirection;
            System.arraycopy(input, from, biases, 2 * from, perDirection);
            System.arraycopy(recurrent, from, biases, 2 * from + perDirection, perDirection);
        }
        return biases;
    }
}
