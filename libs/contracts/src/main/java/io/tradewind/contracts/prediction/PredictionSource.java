package io.tradewind.contracts.prediction;

/** What gave the answer. */
public enum PredictionSource {
    MODEL,
    /** Rule-based, because no model could answer. */
    FALLBACK,
    /** Made elsewhere and recorded over REST. */
    EXTERNAL
}
