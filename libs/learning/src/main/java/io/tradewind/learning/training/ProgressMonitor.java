package io.tradewind.learning.training;

import io.tradewind.learning.fit.FitMonitor;

/** Turns a fit's epochs into progress with speed and time left. */
final class ProgressMonitor implements FitMonitor {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    private int epochs;
    private final int samples;
    private final ProgressListener listener;
    private final CancellationToken token;
    private final long started = System.nanoTime();
    private long lastEpoch = started;
    private int resumedAfter;

    ProgressMonitor(TrainingPlan plan, Material material, ProgressListener listener, CancellationToken token) {
        this.epochs = Fits.plannedEpochs(plan);
        this.samples = material.training().size();
        this.listener = listener;
        this.token = token;
    }

    @Override
    public void check() {
        token.check();
    }

    /** So many epochs will not be run. */
    void shorten(int unused) {
        epochs -= unused;
    }

    @Override
    public void resumed(int epoch) {
        resumedAfter = epoch;
        listener.onResumed(epoch);
    }

    @Override
    public void epoch(int epoch, double trainingLoss, double validationLoss, boolean best) {
        long now = System.nanoTime();
        double seconds = Math.max(1, now - lastEpoch) / NANOS_PER_SECOND;
        double perEpoch = (now - started) / NANOS_PER_MILLI / (epoch - resumedAfter);
        lastEpoch = now;
        listener.onProgress(new TrainingProgress(
                epoch,
                epochs,
                trainingLoss,
                validationLoss,
                samples / seconds,
                Math.round(perEpoch * (epochs - epoch)),
                best));
    }
}
