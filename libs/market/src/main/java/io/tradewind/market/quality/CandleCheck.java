package io.tradewind.market.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.quality.CandleIssue.Kind;
import io.tradewind.market.read.CandleSink;
import org.jspecify.annotations.Nullable;

/**
 * Checks candles as they stream by, in constant memory.
 *
 * <p>Nothing is repaired: a gap stays a gap. A candle with a fatal issue is not compared with the next one, so one bad
 * row is one issue.
 */
public final class CandleCheck implements CandleSink {
    /** Of each kind, so that many of one (weekends) do not hide the few of another (a split). */
    private static final int ISSUES_KEPT = 20;

    /** Ratios at which shares are split or joined; close to close within 12 % of one is suspected. */
    private static final double[] SPLIT_RATIOS = {2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 50, 100};

    private static final double SPLIT_TOLERANCE = 0.12;

    private final Timeframe timeframe;
    private final @Nullable SessionCalendar calendar;
    private final List<CandleIssue> issues = new ArrayList<>();
    private final long[] counts = new long[Kind.values().length];
    private long rows;
    private long accepted;
    private long missingBars;
    private long largestGapBars;
    private long unexpectedGaps;
    private long unexpectedMissingBars;
    private long zeroVolume;
    private long flat;
    private double maxAbsLogReturn;
    private long firstOpenTime;
    private long lastOpenTime;
    private double lastClose;
    private @Nullable CandleIssue fatal;

    /** Checks gaps against an unbroken grid, as for markets that never close. */
    public CandleCheck(Timeframe timeframe) {
        this.timeframe = Objects.requireNonNull(timeframe, "timeframe");
        this.calendar = null;
    }

    /** Tells gaps that the calendar explains from gaps that it does not. */
    public CandleCheck(Timeframe timeframe, SessionCalendar calendar) {
        this.timeframe = Objects.requireNonNull(timeframe, "timeframe");
        this.calendar = Objects.requireNonNull(calendar, "calendar");
    }

    /** Checks a whole series. */
    public static CandleReport of(CandleSeries series) {
        return run(new CandleCheck(series.timeframe()), series);
    }

    /** Checks a whole series against a calendar. */
    public static CandleReport of(CandleSeries series, SessionCalendar calendar) {
        return run(new CandleCheck(series.timeframe(), calendar), series);
    }

    private static CandleReport run(CandleCheck check, CandleSeries series) {
        for (int i = 0; i < series.size(); i++) {
            check.accept(
                    series.openTime(i),
                    series.open(i),
                    series.high(i),
                    series.low(i),
                    series.close(i),
                    series.volume(i));
        }
        return check.report();
    }

    @Override
    public void accept(long openTime, double open, double high, double low, double close, double volume) {
        check(openTime, open, high, low, close, volume);
    }

    /** Takes the next candle and says why it must not be used, if so. */
    public Optional<CandleIssue> check(
            long openTime, double open, double high, double low, double close, double volume) {
        fatal = null;
        checkValues(openTime, open, high, low, close, volume);
        if (fatal == null && accepted > 0) {
            checkTime(openTime);
        }
        if (fatal == null) {
            accept(openTime, close, high == low, volume == 0);
        }
        rows++;
        return Optional.ofNullable(fatal);
    }

    private void checkValues(long openTime, double open, double high, double low, double close, double volume) {
        if (!Double.isFinite(open + high + low + close) || !Double.isFinite(volume)) {
            note(Kind.NOT_FINITE, openTime, "values must be finite, were " + text(open, high, low, close, volume));
        } else if (Math.min(Math.min(open, close), Math.min(high, low)) <= 0) {
            note(Kind.NOT_POSITIVE, openTime, "prices must be > 0, were " + text(open, high, low, close, volume));
        } else if (high < Math.max(open, close) || low > Math.min(open, close)) {
            note(Kind.BAD_OHLC, openTime, "high and low must enclose: " + text(open, high, low, close, volume));
        } else if (volume < 0) {
            note(Kind.NEGATIVE_VOLUME, openTime, "volume must be >= 0, was " + volume);
        }
    }

    private static String text(double open, double high, double low, double close, double volume) {
        return "open " + open + ", high " + high + ", low " + low + ", close " + close + ", volume " + volume;
    }

    private void checkTime(long openTime) {
        long step = openTime - lastOpenTime;
        if (step == 0) {
            note(Kind.DUPLICATE, openTime, "the open time is there already");
        } else if (step < 0) {
            note(Kind.BACKWARDS, openTime, "opens " + -step + " ms before the candle before it");
        } else {
            checkStep(openTime, step);
        }
    }

    private void checkStep(long openTime, long step) {
        if (step % timeframe.millis() != 0) {
            note(Kind.OFF_GRID, openTime, step + " ms after the candle before, no multiple of " + timeframe);
        }
        long missing = Math.round(step / (double) timeframe.millis()) - 1;
        if (missing <= 0) {
            return;
        }
        missingBars += missing;
        largestGapBars = Math.max(largestGapBars, missing);
        long unexpected = calendar == null ? missing : calendar.openSlots(lastOpenTime, openTime, timeframe);
        unexpectedMissingBars += unexpected;
        if (unexpected > 0) {
            unexpectedGaps++;
            note(Kind.GAP, openTime, missing + " candles missing before it, " + unexpected + " unexpected");
        } else {
            counts[Kind.GAP.ordinal()]++;
        }
    }

    private void accept(long openTime, double close, boolean isFlat, boolean noVolume) {
        if (accepted == 0) {
            firstOpenTime = openTime;
        } else {
            checkJump(openTime, close);
        }
        accepted++;
        lastOpenTime = openTime;
        lastClose = close;
        flat += isFlat ? 1 : 0;
        zeroVolume += noVolume ? 1 : 0;
    }

    private void checkJump(long openTime, double close) {
        double move = Math.log(close / lastClose);
        maxAbsLogReturn = Math.max(maxAbsLogReturn, Math.abs(move));
        double ratio = Math.exp(Math.abs(move));
        for (double split : SPLIT_RATIOS) {
            if (Math.abs(ratio / split - 1) <= SPLIT_TOLERANCE) {
                String how = close < lastClose ? split + " for 1" : "1 for " + split;
                note(Kind.SUSPECTED_SPLIT, openTime, "close " + lastClose + " then " + close + ", like " + how);
                return;
            }
        }
    }

    private void note(Kind kind, long openTime, String detail) {
        counts[kind.ordinal()]++;
        CandleIssue issue = new CandleIssue(kind, rows, openTime, detail);
        if (kind.fatal()) {
            fatal = issue;
        }
        if (counts[kind.ordinal()] <= ISSUES_KEPT) {
            issues.add(issue);
        }
    }

    private long count(Kind kind) {
        return counts[kind.ordinal()];
    }

    /** What was found so far; more candles may follow. */
    public CandleReport report() {
        return new CandleReport(
                rows,
                accepted,
                count(Kind.DUPLICATE),
                count(Kind.BACKWARDS),
                count(Kind.NOT_FINITE),
                count(Kind.NOT_POSITIVE),
                count(Kind.NEGATIVE_VOLUME),
                count(Kind.BAD_OHLC),
                count(Kind.OFF_GRID),
                count(Kind.GAP),
                missingBars,
                largestGapBars,
                unexpectedGaps,
                unexpectedMissingBars,
                zeroVolume,
                flat,
                count(Kind.SUSPECTED_SPLIT),
                maxAbsLogReturn,
                firstOpenTime,
                lastOpenTime,
                issues);
    }
}
