package io.tradewind.contracts.experiment;

/** What is assigned to a variant as a whole. */
public enum RandomisationUnit {
    /** Each candle of a symbol, {@code symbol|timeframe|openTime}. */
    CANDLE,
    SYMBOL,
    USER,
    /** Whatever id the caller sends with a prediction request. */
    REQUEST
}
