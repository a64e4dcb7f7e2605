package io.tradewind.training.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.market.read.CandleSink;

/** Takes the candles of a file as they are read: judges each by itself, counts, and passes the good ones on. */
final class IncomingCandles implements CandleSink {

    private final BinaryCopy copy;
    private final IntakeConfig config;
    private final Instant deadline;
    private final List<ImportIssue> issues = new ArrayList<>();
    private long rows;
    private long badOhlc;
    private long notFinite;
    private long unsorted;
    private long unreadable;
    private long last = Long.MIN_VALUE;

    IncomingCandles(BinaryCopy copy, IntakeConfig config) {
        this.copy = copy;
        this.config = config;
        this.deadline = Instant.now().plus(config.deadline());
    }

    @Override
    public void accept(long openTime, double open, double high, double low, double close, double volume) {
        rows++;
        limit();
        if (openTime < last) {
            unsorted++;
        }
        last = openTime;
        Optional<CandleRules.Fault> fault = CandleRules.fault(open, high, low, close, volume);
        if (fault.isPresent()) {
            bad(openTime, fault.get());
        } else if (badOhlc == 0) {
            // once a file is to be refused there is no use in storing more of it
            store(openTime, open, high, low, close, volume);
        }
    }

    /** The rest cannot be read. */
    void unreadable(String message) {
        unreadable++;
        issue(new ImportIssue(ImportIssue.Kind.UNREADABLE, rows + 1, null, message));
    }

    void issue(ImportIssue issue) {
        if (issues.size() < config.shownIssues()) {
            issues.add(issue);
        }
    }

    /** Whether anything was found that refuses the file already. */
    boolean refused() {
        return badOhlc > 0 || unreadable > 0;
    }

    long rows() {
        return rows;
    }

    long badOhlc() {
        return badOhlc;
    }

    long notFinite() {
        return notFinite;
    }

    long unsorted() {
        return unsorted;
    }

    long unreadable() {
        return unreadable;
    }

    List<ImportIssue> issues() {
        return issues;
    }

    private void bad(long openTime, CandleRules.Fault fault) {
        badOhlc++;
        notFinite += fault.notFinite() ? 1 : 0;
        issue(new ImportIssue(ImportIssue.Kind.BAD_OHLC, rows, Instant.ofEpochMilli(openTime), fault.message()));
    }

    private void store(long openTime, double open, double high, double low, double close, double volume) {
        try {
            copy.row(rows, openTime, open, high, low, close, volume);
        } catch (SQLException failed) {
            throw new UncheckedIOException(new IOException("the database stopped taking candles", failed));
        }
    }

    private void limit() {
        if (rows > config.maxRows()) {
            throw new ServiceException(
                    ErrorCode.TOO_LARGE,
                    "a file may hold at most " + config.maxRows() + " candles; this one holds more");
        }
        if (rows % 4096 == 0 && Instant.now().isAfter(deadline)) {
            throw new ServiceException(
                    ErrorCode.TIMEOUT,
                    "the file took longer than " + config.deadline() + "; " + rows + " rows had come");
        }
    }
}
