package io.tradewind.training.job;

import org.jspecify.annotations.Nullable;

/**
 * How far training has come.
 *
 * @param epoch last one done, from 1
 * @param samplesPerSecond training samples
 * @param etaMillis estimated milliseconds to the last epoch, early stopping not counted on
 */
public record JobProgress(
        int epoch,
        int epochs,
        double trainingLoss,
        @Nullable Double validationLoss,
        double samplesPerSecond,
        long etaMillis) {}
