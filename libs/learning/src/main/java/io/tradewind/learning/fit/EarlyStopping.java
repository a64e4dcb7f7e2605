package io.tradewind.learning.fit;

/** Keeps the best epoch and says when waiting for a better one has lasted long enough. */
public final class EarlyStopping {

    private final int patience;
    private int bestEpoch;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private double trainingLossAtBest = Double.NaN;
    private int lastEpoch;

    public EarlyStopping(int patience) {
        this.patience = patience;
    }

    /** Goes on after the last of these epochs. */
    public static EarlyStopping after(int patience, Memory memory) {
        EarlyStopping stopping = new EarlyStopping(patience);
        stopping.lastEpoch = memory.lastEpoch();
        stopping.bestEpoch = memory.bestEpoch();
        stopping.bestLoss = memory.bestLoss();
        stopping.trainingLossAtBest = memory.trainingLossAtBest();
        return stopping;
    }

    /** What it knows of the epochs so far. */
    public record Memory(int lastEpoch, int bestEpoch, double bestLoss, double trainingLossAtBest) {}

    public Memory memory() {
        return new Memory(lastEpoch, bestEpoch, bestLoss, trainingLossAtBest);
    }

    /**
     * Takes an epoch's losses.
     *
     * @return whether it is the best yet
     * @throws FitFailedException if a loss is not finite
     */
    public boolean accept(int epoch, double trainingLoss, double validationLoss) {
        if (!Double.isFinite(trainingLoss) || !Double.isFinite(validationLoss)) {
            throw new FitFailedException("the loss diverged in epoch %d: training %s, validation %s"
                    .formatted(epoch, trainingLoss, validationLoss));
        }
        lastEpoch = epoch;
        boolean best = validationLoss < bestLoss;
        if (best) {
            bestLoss = validationLoss;
            bestEpoch = epoch;
            trainingLossAtBest = trainingLoss;
        }
        return best;
    }

    /** Whether the best epoch lies further back than the patience. */
    public boolean exhausted() {
        return lastEpoch - bestEpoch >= patience;
    }

    public int bestEpoch() {
        return bestEpoch;
    }

    public int lastEpoch() {
        return lastEpoch;
    }

    public double bestLoss() {
        return bestLoss;
    }

    public double trainingLossAtBest() {
        return trainingLossAtBest;
    }
}
