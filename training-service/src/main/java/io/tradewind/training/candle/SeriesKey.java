package io.tradewind.training.candle;

import java.util.regex.Pattern;

import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.market.candle.Timeframe;
import org.jspecify.annotations.Nullable;

/** Which candles: one symbol at one timeframe. */
public record SeriesKey(String symbol, Timeframe timeframe) {

    /** Neither a blank nor {@code |}, which separates symbol and timeframe in the keys of the topic. */
    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./:_-]{0,39}");

    /** Reads what a client wrote; anything else is a validation problem that names the parameter. */
    public static SeriesKey of(@Nullable String symbol, @Nullable String timeframe) {
        if (symbol == null || !SYMBOL.matcher(symbol).matches()) {
            throw invalid("symbol must be 1 to 40 letters, digits or ./:_- and start with a letter or digit, was "
                    + quoted(symbol));
        }
        if (timeframe == null) {
            throw invalid("timeframe must be given, such as 1h");
        }
        try {
            return new SeriesKey(symbol, Timeframe.parse(timeframe));
        } catch (IllegalArgumentException unknown) {
            throw new ServiceException(ErrorCode.VALIDATION_FAILED, unknown.getMessage(), unknown);
        }
    }

    /** The timeframe as clients write it, such as {@code 1h}. */
    public String timeframeLabel() {
        return timeframe.label();
    }

    @Override
    public String toString() {
        return symbol + " " + timeframeLabel();
    }

    private static ServiceException invalid(String message) {
        return new ServiceException(ErrorCode.VALIDATION_FAILED, message);
    }

    private static String quoted(@Nullable String value) {
        return value == null ? "missing" : '"' + value + '"';
    }
}
