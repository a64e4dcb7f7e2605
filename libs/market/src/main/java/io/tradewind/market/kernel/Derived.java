package io.tradewind.market.kernel;

/** Columns that a {@link Block} works out for the kernels that read them. */
public enum Derived {
    PREVIOUS_CLOSE,
    LOG_RETURN,
    LOG_VOLUME
}
