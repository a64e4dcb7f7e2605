package io.tradewind.learning.bundle;

/**
 * What the labels were.
 *
 * @param kind direction or return
 * @param deadBand absolute return up to which a move counts as neither up nor down
 * @param downReturn mean return of the training rows that went down
 * @param upReturn mean return of the training rows that went up
 */
public record LabelSpec(String kind, double deadBand, double downReturn, double upReturn) {}
