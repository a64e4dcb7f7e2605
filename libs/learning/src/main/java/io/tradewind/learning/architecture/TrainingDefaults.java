package io.tradewind.learning.architecture;

/**
 * How an architecture is trained unless the plan says otherwise.
 *
 * @param window rows of the feature matrix one forecast sees
 * @param epochs passes over the training rows, or boosting rounds for trees
 * @param learningRate Adam's step size, or a boosting round's shrinkage
 * @param patience epochs or rounds without a better validation loss before training stops
 */
public record TrainingDefaults(int window, int epochs, int batchSize, double learningRate, int patience) {}
