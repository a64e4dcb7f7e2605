package io.tradewind.contracts.market;

/** Why a candle is on the topic. */
public enum CandleOrigin {
    /** It just closed: models predict on it. */
    LIVE,
    /** History that was imported: it fills feature windows and is never predicted on. */
    BACKFILL
}
