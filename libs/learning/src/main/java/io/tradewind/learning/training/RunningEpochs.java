package io.tradewind.learning.training;

import io.tradewind.learning.fit.FitMonitor;

/** Counts the epochs of several fits on, so that whoever watches sees one training. */
final class RunningEpochs implements FitMonitor {

    private final ProgressMonitor progress;
    private int before;
    private int last;

    RunningEpochs(ProgressMonitor progress) {
        this.progress = progress;
    }

    @Override
    public void check() {
        progress.check();
    }

    @Override
    public void resumed(int epoch) {
        progress.resumed(before + epoch);
    }

    @Override
    public void epoch(int epoch, double trainingLoss, double validationLoss, boolean best) {
        last = epoch;
        progress.epoch(before + epoch, trainingLoss, validationLoss, best);
    }

    /** A fit that was to take so many epochs is over; those it did not need are no longer expected. */
    void finished(int planned) {
        progress.shorten(planned - last);
        before += last;
        last = 0;
    }
}
