package io.tradewind.training.intake;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a file.
 *
 * @param row candle in the file it is about, from 1
 * @param openTime when that candle opens, where it could be read
 */
record ImportIssue(Kind kind, long row, @Nullable Instant openTime, String message) {

    enum Kind {
        /** The rest of the file was not read. */
        UNREADABLE,
        BAD_OHLC,
        /** Other values at the same time, in the file or stored. */
        CONFLICT,
        /** Begins before the candle before it has ended. */
        OVERLAPPING,
        EMPTY
    }
}
