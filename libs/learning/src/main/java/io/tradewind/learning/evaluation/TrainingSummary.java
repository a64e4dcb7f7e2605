package io.tradewind.learning.evaluation;

/**
 * How the training went.
 *
 * @param epochs epochs or rounds that were run
 * @param bestEpoch the one whose weights were kept, from 1
 * @param trainingLoss at the best epoch
 * @param validationLoss at the best epoch
 * @param millis wall-clock time of the epochs
 */
public record TrainingSummary(
        int epochs, int bestEpoch, double trainingLoss, double validationLoss, long millis, double samplesPerSecond) {}
