package io.tradewind.learning.onnx;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/** Opens ONNX Runtime and sessions that use one thread per call. */
public final class OnnxSessions {

    /**
     * ONNX Runtime 1.29 starts with a recursion as deep as the process's command line is long: a class path of 5 kB
     * overflowed Java's usual 1 MiB of stack and killed the process without a word. Models are opened with the same room,
     * as untrusted ones should not be able to do that either. Only touched pages of a stack take memory.
     */
    private static final long STACK_BYTES = 256L * 1024 * 1024;

    private OnnxSessions() {}

    /** The process's environment; get it here only, so that it starts with room enough. */
    public static OrtEnvironment environment() {
        return Holder.ENVIRONMENT;
    }

    /**
     * A session over a model.
     *
     * @throws OrtException if the model cannot be loaded
     */
    public static OrtSession open(byte[] model) throws OrtException {
        OrtEnvironment environment = environment();
        try {
            return withRoom(() -> create(environment, model));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof OrtException known
                    ? known
                    : new OrtException(OrtException.OrtErrorCode.ORT_FAIL, String.valueOf(e.getCause()));
        }
    }

    private static <T> T withRoom(Callable<T> action) throws ExecutionException {
        FutureTask<T> task = new FutureTask<>(action);
        Thread thread = new Thread(null, task, "onnx-open", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    // What is being opened holds native memory, which would leak if nobody took it.
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static OrtSession create(OrtEnvironment environment, byte[] model) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            return environment.createSession(model, options);
        }
    }

    private static final class Holder {
        private static final OrtEnvironment ENVIRONMENT = start();

        private static OrtEnvironment start() {
            try {
                return withRoom(OrtEnvironment::getEnvironment);
            } catch (ExecutionException e) {
                throw new IllegalStateException("ONNX Runtime cannot start", e.getCause());
            }
        }
    }
}
