package io.tradewind.learning.prediction;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.onnx.OnnxSessions;
import io.tradewind.learning.onnx.OnnxSignature;

/** Native input and output tensors over buffers that Java writes and reads directly; for one thread at a time. */
final class OnnxBuffers implements AutoCloseable {

    private final OnnxSignature signature;
    private final FloatBuffer in;
    private final FloatBuffer out;
    private final OnnxTensor input;
    private final OnnxTensor output;
    private final float[] raw;

    OnnxBuffers(BundleManifest manifest, OnnxSignature signature, int count) throws OrtException {
        int features = manifest.featureNames().size();
        int outputs = manifest.outputNames().size();
        in = direct(count * manifest.window() * features);
        out = direct(count * outputs);
        raw = new float[count * outputs];
        OrtEnvironment environment = OnnxSessions.environment();
        input = OnnxTensor.createTensor(environment, in, signature.inputShape(count, manifest.window(), features));
        this.signature = signature;
        output = OnnxTensor.createTensor(environment, out, new long[] {count, outputs});
    }

    private static FloatBuffer direct(int floats) {
        return ByteBuffer.allocateDirect(floats * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    void put(int index, float value) {
        in.put(index, value);
    }

    /** The raw outputs, reused by the next run. */
    float[] run(OrtSession session) throws OrtException {
        // The result holds nothing of its own: the output was given to it and stays open.
        session.run(Map.of(signature.input(), input), Map.of(signature.output(), output))
                .close();
        out.get(0, raw);
        return raw;
    }

    @Override
    public void close() {
        input.close();
        output.close();
    }
}
