package io.tradewind.learning.bundle;

/**
 * What the labels were.
 *
 * @param kind the task in lower case
 * @param deadBand absolute return up to which a move counts as neither up nor down
 * @param downReturn mean return of the training rows that went down
 * @param upReturn mean return of the training rows that went up
 * @param flatReturn mean return of the training rows within the dead band, where they are a class of their own
 */
public record LabelSpec(String kind, double deadBand, double downReturn, double upReturn, double flatReturn) {

    /** Labels without a class of their own for moves within the dead band. */
    public LabelSpec(String kind, double deadBand, double downReturn, double upReturn) {
        this(kind, deadBand, downReturn, upReturn, 0);
    }
}
