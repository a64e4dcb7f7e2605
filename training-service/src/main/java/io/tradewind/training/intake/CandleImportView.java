package io.tradewind.training.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param importId null when the file was refused
 * @param rows rows read
 * @param accepted candles that were new and are stored
 * @param duplicates rows that repeat an earlier row of the file exactly
 * @param alreadyStored candles that were stored before with the same values
 * @param conflicts candles whose values differ from an earlier row of the file or from what is stored; the file is refused
 * @param unsorted rows older than the row before them; they are put in order
 * @param gaps places where candles are missing between two rows
 * @param missingBars candles missing in those gaps
 * @param badOhlc rows whose prices or volume cannot be, among them the not finite
 * @param notFinite rows with NaN or infinity
 * @param unreadable rows that could not be read at all
 * @param overlapping candles that begin before the one before them has ended; the file is refused
 */
record CandleImportView(
        @Nullable UUID importId,
        String symbol,
        String timeframe,
        long rows,
        long accepted,
        long duplicates,
        long alreadyStored,
        long conflicts,
        long unsorted,
        long gaps,
        long missingBars,
        long badOhlc,
        long notFinite,
        long unreadable,
        long overlapping,
        @Nullable Instant firstOpenTime,
        @Nullable Instant lastOpenTime,
        List<ImportIssue> issues) {

    CandleImportView {
        issues = List.copyOf(issues);
    }

    /** Whether anything is wrong that the file must be refused for. */
    boolean refused() {
        return conflicts > 0 || badOhlc > 0 || unreadable > 0 || overlapping > 0 || rows == 0;
    }
}
