package io.tradewind.learning.network;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.ParameterStore;

/** A network being trained, with copies of its best weights on the Java heap. */
final class Network implements AutoCloseable {

    private final List<NetworkLayer> layers;
    private final Model model;
    private final SequentialBlock block = new SequentialBlock();
    private List<float[]> kept = List.of();

    Network(String name, List<NetworkLayer> layers) {
        this.layers = layers;
        layers.forEach(layer -> block.add(layer.block()));
        this.model = Model.newInstance(name, Device.cpu(), "PyTorch");
        model.setBlock(block);
    }

    Model model() {
        return model;
    }

    List<NetworkLayer> layers() {
        return layers;
    }

    /** Copies all parameters, running statistics of normalisations included. */
    void keepWeights() {
        List<float[]> copies = new ArrayList<>();
        for (Parameter parameter : block.getParameters().values()) {
            copies.add(parameter.getArray().toFloatArray());
        }
        kept = copies;
    }

    /** Puts the copied parameters back. */
    void restoreWeights() {
        int next = 0;
        for (Parameter parameter : block.getParameters().values()) {
            parameter.getArray().set(FloatBuffer.wrap(kept.get(next)));
            next++;
        }
    }

    /** The outputs of shape (count, outputs) for scaled windows of shape (count, window, features), as in inference. */
    float[] infer(float[] windows, int count, int window, int features) {
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDArray input = manager.create(windows, new Shape(count, window, features));
            NDArray output = block.forward(new ParameterStore(manager, false), new NDList(input), false)
                    .singletonOrThrow();
            return output.toFloatArray();
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
