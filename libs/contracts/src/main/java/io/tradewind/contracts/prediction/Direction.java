package io.tradewind.contracts.prediction;

/** Which way the price is expected to go, or went. */
public enum Direction {
    UP,
    DOWN,
    /** No position: the model abstains, or the price stayed within the dead band. */
    FLAT
}
