package io.tradewind.learning.prediction;

import java.lang.ref.Reference;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.ObjIntConsumer;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.bundle.BundleRefusedException;
import io.tradewind.learning.bundle.BundleRefusedException.Reason;
import io.tradewind.learning.onnx.OnnxSessions;
import io.tradewind.learning.onnx.OnnxSignature;
import io.tradewind.learning.task.Forecast;

/**
 * Runs a network on ONNX Runtime, one thread per call: small models lose more to hand-over between threads than they win.
 * Single forecasts reuse native input and output buffers.
 */
final class OnnxPredictor implements RawModel {

    private static final int KEPT_BUFFERS = 16;

    /** Larger batches are rare, and their buffers not worth keeping. */
    private static final int LARGEST_KEPT = 64;

    private final BundleManifest manifest;
    private final Inputs inputs;
    private final OrtSession session;
    private final OnnxSignature signature;
    private final Forecasts forecasts;
    private final BlockingQueue<OnnxBuffers> idle = new ArrayBlockingQueue<>(KEPT_BUFFERS);
    private final NativeHold hold;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    private OnnxPredictor(BundleManifest manifest, OrtSession session, OnnxSignature signature) {
        this.manifest = manifest;
        this.inputs = new Inputs(manifest.window(), manifest.featureNames());
        this.session = session;
        this.signature = signature;
        this.forecasts = new Forecasts(manifest);
        BlockingQueue<OnnxBuffers> buffers = idle;
        String what = "the predictor of a %s on %d features"
                .formatted(manifest.architecture(), manifest.featureNames().size());
        this.hold = new NativeHold(this, what, () -> free(session, buffers));
    }

    private static void free(OrtSession session, BlockingQueue<OnnxBuffers> idle) {
        for (OnnxBuffers buffers = idle.poll(); buffers != null; buffers = idle.poll()) {
            buffers.close();
        }
        closeQuietly(session);
    }

    static OnnxPredictor of(BundleManifest manifest, byte[] model) {
        OrtSession session = session(model);
        try {
            return new OnnxPredictor(manifest, session, OnnxSignature.of(session, manifest));
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
            // Nobody else may hold this predictor, and its memory must not be freed while the native call reads it.
            Reference.reachabilityFence(this);
        }
    }

    private void runOpen(double[] windows, int count, int length, ObjIntConsumer<float[]> rows) throws OrtException {
        OnnxBuffers buffers = count <= LARGEST_KEPT ? idle.poll() : null;
        if (buffers == null) {
            buffers = new OnnxBuffers(manifest, signature);
        }
        boolean kept = false;
        try {
            buffers.resize(count);
            for (int row = 0; row < count; row++) {
                int from = (row + 1) * length - inputs.size();
                if (!buffers.put(row, windows, from)) {
                    refuse(windows, from, row);
                }
            }
            float[] raw = buffers.run(session);
            for (int row = 0; row < count; row++) {
                rows.accept(raw, row);
            }
            kept = count <= LARGEST_KEPT && idle.offer(buffers);
        } finally {
            if (!kept) {
                buffers.close();
            }
        }
    }

    private void refuse(double[] windows, int from, int row) {
        for (int i = 0; i < inputs.size(); i++) {
            inputs.requireFinite(windows[from + i], row * inputs.size() + i);
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
            hold.close();
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
