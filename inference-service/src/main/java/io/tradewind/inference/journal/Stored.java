package io.tradewind.inference.journal;

/** What became of predictions handed to the journal. */
public enum Stored {
    /** On disk; they reach the broker even if this process dies now. */
    KEPT,
    /** Not kept, because the journal is full or its disk fails; counted. */
    DROPPED
}
