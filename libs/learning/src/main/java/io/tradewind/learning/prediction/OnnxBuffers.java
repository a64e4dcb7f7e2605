package io.tradewind.learning.prediction;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Objects;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.onnx.OnnxSessions;
import io.tradewind.learning.onnx.OnnxSignature;
import org.jspecify.annotations.Nullable;

/**
 * Native input and output tensors over buffers that Java writes and reads directly; for one thread at a time. They grow with the
 * largest batch and are used again for smaller ones.
 */
final class OnnxBuffers implements AutoCloseable {

    private final OnnxSignature signature;
    private final int window;
    private final int features;
    private final int outputs;
    private int count;
    private float[] staged = {};
    private float[] raw = {};
    private FloatBuffer in = direct(0);
    private FloatBuffer out = direct(0);
    private @Nullable OnnxTensor input;
    private @Nullable OnnxTensor output;

    OnnxBuffers(BundleManifest manifest, OnnxSignature signature) {
        this.signature = signature;
        this.window = manifest.window();
        this.features = manifest.featureNames().size();
        this.outputs = manifest.outputNames().size();
    }

    private static FloatBuffer direct(int floats) {
        return ByteBuffer.allocateDirect(floats * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** Makes room for so many windows. */
    void resize(int wanted) throws OrtException {
        if (wanted == count) {
            return;
        }
        close();
        int length = window * features;
        if (wanted * length > staged.length) {
            staged = new float[wanted * length];
            raw = new float[wanted * outputs];
            in = direct(staged.length);
            out = direct(raw.length);
        }
        OrtEnvironment environment = OnnxSessions.environment();
        input = OnnxTensor.createTensor(
                environment, in.slice(0, wanted * length), signature.inputShape(wanted, window, features));
        output = OnnxTensor.createTensor(environment, out.slice(0, wanted * outputs), new long[] {wanted, outputs});
        count = wanted;
    }

    /** Takes window {@code row} from {@code from} on; false if one of its values is no finite float. */
    boolean put(int row, double[] windows, int from) {
        int length = window * features;
        int at = row * length;
        boolean finite = true;
        for (int i = 0; i < length; i++) {
            double value = windows[from + i];
            finite &= Math.abs(value) <= Float.MAX_VALUE;
            staged[at + i] = (float) value;
        }
        return finite;
    }

    /** The raw outputs, reused by the next run. */
    float[] run(OrtSession session) throws OrtException {
        in.put(0, staged, 0, count * window * features);
        // The result holds nothing of its own: the output was given to it and stays open.
        session.run(
                        Map.of(signature.input(), Objects.requireNonNull(input)),
                        Map.of(signature.output(), Objects.requireNonNull(output)))
                .close();
        out.get(0, raw, 0, count * outputs);
        return raw;
    }

    @Override
    public void close() {
        count = 0;
        if (input != null) {
            input.close();
        }
        if (output != null) {
            output.close();
        }
        input = null;
        output = null;
    }
}
