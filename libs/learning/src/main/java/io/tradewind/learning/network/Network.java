package io.tradewind.learning.network;

import java.util.List;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.ParameterStore;

/** A network being trained, with copies of its best weights on the Java heap. */
final class Network implements AutoCloseable {

    private final List<NetworkLayer> layers;
    private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    private final SequentialBlock block = new SequentialBlock();
    private final List<TrainedArray> arrays;
    private List<float[]> kept = List.of();

    /** A network with random weights, drawn from the engine's seed, for windows of that size. */
    Network(List<NetworkLayer> layers, int window, int features) {
        this.layers = layers;
        layers.forEach(layer -> block.add(layer.block()));
        block.initialize(manager, DataType.FLOAT32, new Shape(1, window, features));
        this.arrays =
                block.getParameters().values().stream().map(TrainedArray::new).toList();
    }

    List<NetworkLayer> layers() {
        return layers;
    }

    /** Owner of the network's arrays; batches get managers below it. */
    NDManager manager() {
        return manager;
    }

    /** The arrays that are learned by gradients. */
    List<TrainedArray> learned() {
        return arrays.stream().filter(TrainedArray::learned).toList();
    }

    /** Copies of all arrays, running means of normalisations included. */
    List<float[]> weights() {
        return arrays.stream().map(TrainedArray::copy).toList();
    }

    /** Replaces all arrays. */
    void load(List<float[]> weights) {
        for (int i = 0; i < weights.size(); i++) {
            arrays.get(i).write(weights.get(i));
        }
    }

    void keepWeights() {
        kept = weights();
    }

    void keep(List<float[]> weights) {
        kept = weights;
    }

    List<float[]> kept() {
        return kept;
    }

    /** Puts the copied weights back. */
    void restoreWeights() {
        load(kept);
    }

    /** Outputs of shape (count, outputs) for scaled windows of shape (count, window, features); the batch owns them. */
    NDArray forward(NDManager batch, NDArray windows, boolean training) {
        return block.forward(new ParameterStore(batch, false), new NDList(windows), training)
                .singletonOrThrow();
    }

    /** The outputs as in inference. */
    float[] infer(float[] windows, int count, int window, int features) {
        try (NDManager batch = manager.newSubManager()) {
            NDArray input = batch.create(windows, new Shape(count, window, features));
            return forward(batch, input, false).toFloatArray();
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
