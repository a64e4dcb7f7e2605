package io.tradewind.learning.tree;

/**
 * How a LightGBM model's response follows from its leaf values.
 *
 * @param outputs trees grown in a round: 1, or the number of classes
 * @param steepness factor on the log-odds of a logistic response
 * @param averaged whether rounds are averaged rather than added up
 */
record LightgbmResponse(Kind response, int outputs, double steepness, boolean averaged) {

    /** What is done with the sums. */
    enum Kind {
        IDENTITY,
        LOGISTIC,
        SOFTMAX
    }
}
