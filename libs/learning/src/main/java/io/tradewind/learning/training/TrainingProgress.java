package io.tradewind.learning.training;

/**
 * How far a training is, reported after each epoch (networks) or some rounds (trees).
 *
 * @param epoch finished epochs or rounds, from 1
 * @param epochs how many there will be at most
 * @param trainingLoss mean loss over the training rows of this epoch
 * @param validationLoss mean loss over the validation rows
 * @param samplesPerSecond training rows per second of this epoch
 * @param etaMillis time left if every epoch is run and takes as long as those before
 * @param best whether this is the lowest validation loss yet
 */
public record TrainingProgress(
        int epoch,
        int epochs,
        double trainingLoss,
        double validationLoss,
        double samplesPerSecond,
        long etaMillis,
        boolean best) {}
