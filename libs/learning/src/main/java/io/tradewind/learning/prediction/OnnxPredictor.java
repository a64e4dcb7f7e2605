package io.tradewind.learning.prediction;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.ObjIntConsumer;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.bundle.BundleRefusedException;
import io.tradewind.learning.bundle.BundleRefusedException.Reason;
import io.tradewind.learning.onnx.OnnxSessions;
import io.tradewind.learning.task.Forecast;

/**
 * Runs a network on ONNX Runtime, one thread per call: small models lose more to hand-over between threads than they win.
 * Single forecasts reuse native input and output buffers.
 */
final class OnnxPredictor implements Predictor, RawModel {

    private static final int KEPT_BUFFERS = 16;

    private final BundleManifest manifest;
    private final Inputs inputs;
    private final OrtSession session;
    private final String inputName;
    private final String outputName;
    private final Forecasts forecasts;
    private final BlockingQueue<OnnxBuffers> idle = new ArrayBlockingQueue<>(KEPT_BUFFERS);
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    private OnnxPredictor(BundleManifest manifest, OrtSession session) {
        this.manifest = manifest;
        this.inputs = new Inputs(manifest.window(), manifest.featureNames());
        this.session = session;
        this.inputName = session.getInputNames().iterator().next();
        this.outputName = session.getOutputNames().iterator().next();
        this.forecasts = new Forecasts(manifest);
    }

    static OnnxPredictor of(BundleManifest manifest, byte[] model) {
        OrtSession session = session(model);
        try {
            checkShapes(manifest, session);
            return new OnnxPredictor(manifest, session);
        } catch (OrtException | RuntimeException e) {
            closeQuietly(session);
            if (e instanceof BundleRefusedException refused) {
                throw refused;
            }
            throw new BundleRefusedException(Reason.UNREADABLE, "the network cannot be used: " + e.getMessage(), e);
        }
    }

    private static OrtSession session(byte[] model) {
        try {
            return OnnxSessions.open(model);
        } catch (OrtException e) {
            throw new BundleRefusedException(Reason.UNREADABLE, "the network cannot be loaded: " + e.getMessage(), e);
        }
    }

    private static void checkShapes(BundleManifest manifest, OrtSession session) throws OrtException {
        check("input", session.getInputInfo().values().iterator().next(), new long[] {
            -1, manifest.window(), manifest.featureNames().size()
        });
        check("output", session.getOutputInfo().values().iterator().next(), new long[] {
            -1, manifest.outputNames().size()
        });
        if (session.getNumInputs() != 1) {
            throw new BundleRefusedException(
                    Reason.WRONG_SHAPE, "the network must have one input, has " + session.getNumInputs());
        }
    }

    private static void check(String what, NodeInfo node, long[] expected) {
        long[] actual = node.getInfo() instanceof TensorInfo tensor ? tensor.getShape() : new long[0];
        boolean fits = actual.length == expected.length;
        for (int i = 0; fits && i < expected.length; i++) {
            fits = actual[i] == expected[i];
        }
        if (!fits) {
            throw new BundleRefusedException(
                    Reason.WRONG_SHAPE,
                    "the network's %s must have shape %s, has %s"
                            .formatted(what, Arrays.toString(expected), Arrays.toString(actual)));
        }
    }

    @Override
    public int window() {
        return inputs.window();
    }

    @Override
    public List<String> features() {
        return inputs.features();
    }

    @Override
    public List<String> outputs() {
        return manifest.outputNames();
    }

    @Override
    public boolean acceptsMissing() {
        return false;
    }

    @Override
    public Forecast[] predictBatch(double[] windows, int count) {
        inputs.requireShape(windows, count);
        Forecast[] result = new Forecast[count];
        int width = manifest.outputNames().size();
        run(windows, count, inputs.size(), (raw, row) -> result[row] = forecasts.of(raw, row * width));
        return result;
    }

    @Override
    public void raw(double[] windows, int count, int length, double[] target, int at, int stride) {
        int width = manifest.outputNames().size();
        run(windows, count, length, (raw, row) -> {
            for (int k = 0; k < width; k++) {
                target[at + row * stride + k] = raw[row * width + k];
            }
        });
    }

    /** Runs the newest rows of windows of that length and shows all raw outputs once for each row. */
    private void run(double[] windows, int count, int length, ObjIntConsumer<float[]> rows) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the predictor is closed");
            }
            runOpen(windows, count, length, rows);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
        } finally {
            lock.readLock().unlock();
        }
    }

    private void runOpen(double[] windows, int count, int length, ObjIntConsumer<float[]> rows) throws OrtException {
        OnnxBuffers buffers = count == 1 ? idle.poll() : null;
        if (buffers == null) {
            buffers = new OnnxBuffers(manifest, count);
        }
        boolean kept = false;
        try {
            int size = inputs.size();
            for (int row = 0; row < count; row++) {
                int from = (row + 1) * length - size;
                for (int i = 0; i < size; i++) {
                    inputs.requireFinite(windows[from + i], row * size + i);
                    buffers.put(row * size + i, (float) windows[from + i]);
                }
            }
            float[] raw = buffers.run(session, inputName, outputName);
            for (int row = 0; row < count; row++) {
                rows.accept(raw, row);
            }
            kept = count == 1 && idle.offer(buffers);
        } finally {
            if (!kept) {
                buffers.close();
            }
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            for (OnnxBuffers buffers = idle.poll(); buffers != null; buffers = idle.poll()) {
                buffers.close();
            }
            closeQuietly(session);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static void closeQuietly(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not free a session: " + e.getMessage(), e);
        }
    }
}
