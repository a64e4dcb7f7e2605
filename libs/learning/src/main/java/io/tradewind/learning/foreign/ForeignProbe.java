package io.tradewind.learning.foreign;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.bundle.BundleRefusedException;
import io.tradewind.learning.bundle.BundleRefusedException.Reason;
import io.tradewind.learning.onnx.OnnxSessions;
import io.tradewind.learning.onnx.OnnxSignature;

/** Runs a network on windows made up for it and refuses what could not serve. */
final class ForeignProbe {

    private static final int WINDOWS = 32;
    private static final long SEED = 20_260_101;
    /** A sum of thousands of 32-bit products in another order differs about so much. */
    private static final double ALONE_TOLERANCE = 1e-4;

    private static final double SUM_TOLERANCE = 1e-3;

    private final BundleManifest manifest;
    private final OrtSession session;
    private final OnnxSignature signature;

    private ForeignProbe(BundleManifest manifest, OrtSession session, OnnxSignature signature) {
        this.manifest = manifest;
        this.session = session;
        this.signature = signature;
    }

    static void check(BundleManifest manifest, byte[] onnx) {
        try (OrtSession session = OnnxSessions.open(onnx)) {
            new ForeignProbe(manifest, session, OnnxSignature.of(session, manifest)).check();
        } catch (OrtException e) {
            throw new BundleRefusedException(Reason.UNREADABLE, "the network cannot be run: " + e.getMessage(), e);
        }
    }

    private void check() throws OrtException {
        float[] windows = windows();
        float[] first = run(windows, WINDOWS);
        finite(first);
        if (manifest.task().classification() || manifest.task().multiLabel()) {
            probabilities(first);
        }
        if (!Arrays.equals(first, run(windows, WINDOWS))) {
            throw wrong(
                    "the network must forecast the same for the same windows, but did not: is there dropout in it?");
        }
        int length = windows.length / WINDOWS;
        int outputs = first.length / WINDOWS;
        for (int row = 0; row < WINDOWS; row++) {
            float[] alone = run(Arrays.copyOfRange(windows, row * length, (row + 1) * length), 1);
            for (int k = 0; k < outputs; k++) {
                float among = first[row * outputs + k];
                if (!(Math.abs(among - alone[k]) <= ALONE_TOLERANCE * Math.max(1, Math.abs(among)))) {
                    throw wrong("a window must be forecast alone as among others, was %s alone and %s among %d"
                            .formatted(alone[k], among, WINDOWS));
                }
            }
        }
    }

    /** Zeros, then random values from tiny to large: features may have any scale. */
    private float[] windows() {
        SplittableRandom random = new SplittableRandom(SEED);
        int length = manifest.window() * manifest.featureNames().size();
        float[] windows = new float[WINDOWS * length];
        for (int i = length; i < windows.length; i++) {
            double scale = Math.pow(10, i / length % 7 - 3);
            windows[i] = (float) (random.nextGaussian() * scale);
        }
        return windows;
    }

    private float[] run(float[] windows, int count) throws OrtException {
        long[] shape = signature.inputShape(
                count, manifest.window(), manifest.featureNames().size());
        try (OnnxTensor input = OnnxTensor.createTensor(OnnxSessions.environment(), FloatBuffer.wrap(windows), shape);
                OrtSession.Result result = session.run(Map.of(signature.input(), input))) {
            OnnxTensor output = (OnnxTensor) result.get(signature.output()).orElseThrow();
            FloatBuffer values = output.getFloatBuffer();
            float[] read = new float[values.remaining()];
            values.get(read);
            // A dimension the network leaves open is known only now.
            int expected = count * manifest.outputNames().size();
            if (read.length != expected) {
                throw new BundleRefusedException(
                        Reason.WRONG_SHAPE,
                        "%d windows must give %d values, gave %d".formatted(count, expected, read.length));
            }
            return read;
        }
    }

    private void finite(float[] outputs) {
        for (float value : outputs) {
            if (!Float.isFinite(value)) {
                throw wrong("the network must give finite values, gave " + value);
            }
        }
    }

    private void probabilities(float[] outputs) {
        int width = manifest.outputNames().size();
        for (int row = 0; row < WINDOWS; row++) {
            float[] values = Arrays.copyOfRange(outputs, row * width, (row + 1) * width);
            double sum = 0;
            boolean within = true;
            for (float value : values) {
                sum += value;
                within &= value >= -SUM_TOLERANCE && value <= 1 + SUM_TOLERANCE;
            }
            boolean whole = manifest.task().multiLabel() || Math.abs(sum - 1) <= SUM_TOLERANCE;
            if (!within || !whole) {
                throw wrong("outputs %s must be probabilities%s, were %s: add the softmax or sigmoid to the graph"
                        .formatted(
                                manifest.outputNames(),
                                manifest.task().multiLabel() ? "" : " that sum to 1",
                                Arrays.toString(values)));
            }
        }
    }

    private static BundleRefusedException wrong(String message) {
        return new BundleRefusedException(Reason.WRONG_OUTPUT, message);
    }
}
