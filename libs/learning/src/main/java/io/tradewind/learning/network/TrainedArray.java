package io.tradewind.learning.network;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;

/**
 * A parameter whose native memory is read and written in place: copying it through the engine would allocate direct memory that
 * is freed only when Java collects.
 */
final class TrainedArray {

    private final NDArray array;
    private final FloatBuffer values;
    private final boolean learned;

    TrainedArray(Parameter parameter) {
        this.array = parameter.getArray();
        this.values = view(array);
        this.learned = parameter.requiresGradient();
    }

    /** The array's own memory. */
    static FloatBuffer view(NDArray array) {
        ByteBuffer bytes = array.toByteBuffer(true);
        if (!bytes.isDirect()) {
            throw new IllegalStateException("the engine does not show the memory of %s".formatted(array.getShape()));
        }
        return bytes.asFloatBuffer();
    }

    int size() {
        return values.capacity();
    }

    /** Whether it is learned by gradients; running means of normalisations are not. */
    boolean learned() {
        return learned;
    }

    /** Whether it maps inputs to outputs rather than shifting or scaling them. */
    boolean matrix() {
        return array.getShape().dimension() > 1;
    }

    /** Copies the values to the beginning of the target. */
    void read(float[] target) {
        values.get(0, target, 0, size());
    }

    float[] copy() {
        float[] copy = new float[size()];
        read(copy);
        return copy;
    }

    /** Replaces the values by the first ones of the source. */
    void write(float[] source) {
        values.put(0, source, 0, size());
    }

    /** A handle of the gradient, which the manager owns. */
    NDArray gradient(NDManager owner) {
        NDArray gradient = array.getGradient();
        gradient.attach(owner);
        return gradient;
    }
}
