package io.tradewind.learning.importance;

/** A model as explanations see it: windows in, one number each out. */
@FunctionalInterface
public interface WindowScorer {

    /**
     * The scores.
     *
     * @param windows windows of shape (count, window, features); not modified
     * @return as many as windows
     */
    double[] score(double[] windows, int count);
}
