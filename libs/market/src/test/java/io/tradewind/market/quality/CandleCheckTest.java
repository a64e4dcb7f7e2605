package io.tradewind.market.quality;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumSet;

import io.tradewind.market.SharedData;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.quality.CandleIssue.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class CandleCheckTest {
    private static final long HOUR = 3_600_000;

    private final CandleCheck check = new CandleCheck(Timeframe.ONE_HOUR);

    @Test
    void namesWhatIsWrongWithACandle() {
        assertThat(check.check(0, 2, 3, 1, 2, 5)).isEmpty();
        assertThat(check.check(HOUR, 2, Double.NaN, 1, 2, 5).orElseThrow().kind())
                .isEqualTo(Kind.NOT_FINITE);
        assertThat(check.check(HOUR, 2, 3, 0, 2, 5).orElseThrow().kind()).isEqualTo(Kind.NOT_POSITIVE);
        assertThat(check.check(HOUR, 2, 1.5, 1, 2, 5).orElseThrow().kind()).isEqualTo(Kind.BAD_OHLC);
        assertThat(check.check(HOUR, 2, 3, 2.5, 2, 5).orElseThrow().kind()).isEqualTo(Kind.BAD_OHLC);
        assertThat(check.check(HOUR, 2, 3, 1, 2, -1).orElseThrow().kind()).isEqualTo(Kind.NEGATIVE_VOLUME);
        assertThat(check.check(0, 2, 3, 1, 2, 5).orElseThrow().kind()).isEqualTo(Kind.DUPLICATE);
        assertThat(check.check(-HOUR, 2, 3, 1, 2, 5).orElseThrow())
                .hasToString("BACKWARDS at row 7 (1969-12-31T23:00:00Z): opens 3600000 ms before the candle before it");
        CandleReport report = check.report();
        assertThat(report.rows()).isEqualTo(8);
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.usable()).isFalse();
        assertThat(report.badValues()).isEqualTo(5);
        assertThat(report.issues()).hasSize(7);
    }

    @Test
    void countsGapsFlatCandlesAndSplits() {
        check.accept(0, 100, 100, 100, 100, 0);
        check.accept(4 * HOUR, 100, 101, 99, 100, 5);
        check.accept(5 * HOUR, 50, 51, 49, 50.5, 5);
        check.accept(6 * HOUR + 60_000, 50, 51, 49, 50, 5);
        CandleReport report = check.report();
        assertThat(report.usable()).isTrue();
        assertThat(report.gaps()).isEqualTo(1);
        assertThat(report.missingBars()).isEqualTo(3);
        assertThat(report.largestGapBars()).isEqualTo(3);
        assertThat(report.unexpectedGaps()).isEqualTo(1);
        assertThat(report.flat()).isEqualTo(1);
        assertThat(report.zeroVolume()).isEqualTo(1);
        assertThat(report.offGrid()).isEqualTo(1);
        assertThat(report.suspectedSplits()).isEqualTo(1);
        assertThat(report.firstOpenTime()).isZero();
        assertThat(report.lastOpenTime()).isEqualTo(6 * HOUR + 60_000);
        assertThat(report.issues()).anyMatch(issue -> issue.detail().contains("like 2.0 for 1"));
    }

    @Test
    void findsInRealDataWhatItsManifestSays() {
        CandleReport bitcoin = CandleCheck.of(SharedData.candles("BTCUSD-coinbase-1h", Timeframe.ONE_HOUR));
        assertThat(bitcoin.rows()).isEqualTo(20111);
        assertThat(bitcoin.gaps()).isZero();
        assertThat(bitcoin.zeroVolume()).isEqualTo(28);
        assertThat(bitcoin.flat()).isEqualTo(30);
        assertThat(bitcoin.usable()).isTrue();
        assertThat(bitcoin.maxAbsLogReturn()).isEqualTo(0.1316, within(1e-4));

        CandleReport fourHours = CandleCheck.of(SharedData.candles("BTCUSD-coinbase-4h", Timeframe.FOUR_HOURS));
        assertThat(fourHours.gaps()).isEqualTo(3);
        assertThat(fourHours.missingBars()).isEqualTo(5);
        assertThat(fourHours.largestGapBars()).isEqualTo(3);

        CandleReport euro = CandleCheck.of(SharedData.candles("EURUSD-oanda-1d", Timeframe.ONE_DAY));
        assertThat(euro.zeroVolume()).isEqualTo(3738);
        assertThat(euro.gaps()).isEqualTo(629);

        CandleReport google = CandleCheck.of(SharedData.candles("GOOG-1d", Timeframe.ONE_DAY));
        assertThat(google.missingBars()).isEqualTo(1886);
        assertThat(google.suspectedSplits()).isEqualTo(1);
        assertThat(google.issues())
                .anyMatch(issue -> issue.kind() == Kind.SUSPECTED_SPLIT
                        && Instant.ofEpochMilli(issue.openTime()).toString().startsWith("2014-04-03"));
    }

    @Test
    void aCalendarExplainsNightsAndWeekends() {
        // Given
        CandleSeries spy = SharedData.candles("SPY-1h", Timeframe.ONE_HOUR);
        SessionCalendar inferred = SessionCalendar.infer(spy.openTimes(), spy.timeframe());

        // When
        CandleReport bare = CandleCheck.of(spy);
        CandleReport explained = CandleCheck.of(spy, inferred);

        // Then
        assertThat(bare.gaps()).isEqualTo(5848);
        assertThat(bare.missingBars()).isEqualTo(162_910);
        assertThat(explained.missingBars()).isEqualTo(162_910);
        // What is left are holidays and half days, some ten a year.
        assertThat(explained.unexpectedGaps()).isBetween(150L, 350L);
        assertThat(inferred.hoursPerWeek()).isBetween(25, 35);
    }

    @Test
    void aGivenCalendarKnowsItsHours() {
        SessionCalendar calendar = SessionCalendar.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 14, 21);
        assertThat(calendar.hoursPerWeek()).isEqualTo(35);
        assertThat(calendar.expects(Instant.parse("2024-05-15T14:00:00Z").toEpochMilli()))
                .isTrue();
        assertThat(calendar.expects(Instant.parse("2024-05-15T21:00:00Z").toEpochMilli()))
                .isFalse();
        assertThat(calendar.expects(Instant.parse("2024-05-18T15:00:00Z").toEpochMilli()))
                .isFalse();
        assertThat(SessionCalendar.always().hoursPerWeek()).isEqualTo(168);
        assertThat(SessionCalendar.infer(new long[0], Timeframe.ONE_HOUR).hoursPerWeek())
                .isZero();
        assertThatThrownBy(() -> SessionCalendar.of(EnumSet.of(DayOfWeek.MONDAY), 21, 14))
                .hasMessage("hours must be 0 <= from < to <= 24, were 21..14");
    }
}
