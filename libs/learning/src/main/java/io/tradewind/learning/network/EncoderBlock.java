package io.tradewind.learning.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** The trained half of {@link EncoderLayer}. */
final class EncoderBlock extends AbstractBlock {

    static final float EPSILON = 1e-5f;

    final EncoderShape shape;
    final Linear query;
    final Linear key;
    final Linear value;
    final Linear merge;
    final Linear widen;
    final Linear narrow;
    final LayerNorm attentionNorm;
    final LayerNorm forwardNorm;
    private final Dropout dropout;

    EncoderBlock(EncoderShape shape) {
        this.shape = shape;
        query = addChildBlock("query", linear(shape.attentionWidth()));
        key = addChildBlock("key", linear(shape.attentionWidth()));
        value = addChildBlock("value", linear(shape.attentionWidth()));
        merge = addChildBlock("merge", linear(shape.width()));
        attentionNorm = addChildBlock("attentionNorm", norm());
        widen = addChildBlock("widen", linear(shape.feedForward()));
        narrow = addChildBlock("narrow", linear(shape.width()));
        forwardNorm = addChildBlock("forwardNorm", norm());
        dropout = addChildBlock(
                "dropout", Dropout.builder().optRate((float) shape.dropout()).build());
    }

    private static Linear linear(int units) {
        return Linear.builder().setUnits(units).build();
    }

    private static LayerNorm norm() {
        return LayerNorm.builder().axis(2).optEpsilon(EPSILON).build();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> options) {
        NDArray steps = inputs.singletonOrThrow();
        NDArray attended = drop(parameters, attention(parameters, steps, training), training);
        NDArray first = apply(attentionNorm, parameters, steps.add(attended), training);
        NDArray wide = Activation.relu(apply(widen, parameters, first, training));
        NDArray narrowed = apply(narrow, parameters, drop(parameters, wide, training), training);
        return new NDList(apply(forwardNorm, parameters, first.add(narrowed), training));
    }

    private NDArray attention(ParameterStore parameters, NDArray steps, boolean training) {
        NDArray queries = heads(apply(query, parameters, steps, training));
        NDArray keys = heads(apply(key, parameters, steps, training)).transpose(0, 1, 3, 2);
        NDArray values = heads(apply(value, parameters, steps, training));
        NDArray scores = queries.matMul(keys).mul(shape.scoreScale()).softmax(3);
        long batch = steps.getShape().get(0);
        long time = steps.getShape().get(1);
        NDArray merged = scores.matMul(values).transpose(0, 2, 1, 3).reshape(batch, time, shape.attentionWidth());
        return apply(merge, parameters, merged, training);
    }

    /** (batch, time, heads * key) to (batch, heads, time, key). */
    private NDArray heads(NDArray steps) {
        Shape given = steps.getShape();
        return steps.reshape(given.get(0), given.get(1), shape.heads(), shape.keyWidth())
                .transpose(0, 2, 1, 3);
    }

    private NDArray drop(ParameterStore parameters, NDArray values, boolean training) {
        return apply(dropout, parameters, values, training);
    }

    private static NDArray apply(Block block, ParameterStore parameters, NDArray input, boolean training) {
        return block.forward(parameters, new NDList(input), training).singletonOrThrow();
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {inputs[0]};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        Shape steps = inputs[0];
        Shape attended = new Shape(steps.get(0), steps.get(1), shape.attentionWidth());
        Shape wide = new Shape(steps.get(0), steps.get(1), shape.feedForward());
        query.initialize(manager, type, steps);
        key.initialize(manager, type, steps);
        value.initialize(manager, type, steps);
        merge.initialize(manager, type, attended);
        attentionNorm.initialize(manager, type, steps);
        widen.initialize(manager, type, steps);
        narrow.initialize(manager, type, wide);
        forwardNorm.initialize(manager, type, steps);
        dropout.initialize(manager, type, steps);
    }
}
