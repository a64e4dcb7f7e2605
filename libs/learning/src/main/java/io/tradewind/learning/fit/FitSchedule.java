package io.tradewind.learning.fit;

/** How long and in which steps a model is fitted. */
public record FitSchedule(int epochs, int batchSize, double learningRate, int patience) {}
