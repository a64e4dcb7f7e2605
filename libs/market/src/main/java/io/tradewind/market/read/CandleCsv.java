package io.tradewind.market.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Reads candles from CSV, gzipped or not, a line at a time.
 *
 * <p>With a header, columns are found by name in any order ({@code timestamp,open,high,low,close,volume} and the usual
 * synonyms; Binance's kline header too; others are ignored). Without one, the first six columns are taken in that
 * order, which is Binance's kline file. Times are ISO-8601 or epoch numbers. A volume column may be absent: 0 then.
 */
public final class CandleCsv {
    private static final String[][] NAMES = {
        {"timestamp", "time", "date", "datetime", "open_time", "opentime", "open time", "unix", "t"},
        {"open", "o"},
        {"high", "h"},
        {"low", "l"},
        {"close", "c"},
        {"volume", "v", "vol", "base_volume", "volume_base"},
    };
    private static final String[] FIELDS = {"timestamp", "open", "high", "low", "close", "volume"};

    private final int[] columns = {0, 1, 2, 3, 4, 5};
    private final String[] cells = new String[6];
    private final double[] values = new double[6];
    private long line;

    private CandleCsv() {}

    /**
     * Reads the stream to its end; does not close it.
     *
     * @return how many candles were handed to the sink
     * @throws CandleParseException when a line cannot be read
     */
    public static long read(InputStream source, CandleSink sink) throws IOException {
        return read(Sniffed.open(source), sink);
    }

    static long read(BufferedReader reader, CandleSink sink) throws IOException {
        return new CandleCsv().readAll(reader, sink);
    }

    private long readAll(BufferedReader reader, CandleSink sink) throws IOException {
        long rows = 0;
        boolean first = true;
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            line++;
            String row = line == 1 && !text.isEmpty() && text.charAt(0) == '\ufeff' ? text.substring(1) : text;
            if (row.isBlank()) {
                continue;
            }
            if (first && isHeader(row)) {
                readHeader(row);
            } else {
                readRow(row, sink);
                rows++;
            }
            first = false;
        }
        return rows;
    }

    private static boolean isHeader(String row) {
        char start = row.strip().charAt(0);
        return !Character.isDigit(start) && start != '-' && start != '"'
                || start == '"' && row.length() > 1 && !Character.isDigit(row.charAt(1));
    }

    private void readHeader(String row) {
        String[] header = row.split(",", -1);
        for (int field = 0; field < NAMES.length; field++) {
            columns[field] = find(header, NAMES[field]);
            if (columns[field] < 0 && field < 5) {
                throw new CandleParseException(line, "the header has no column '" + FIELDS[field] + "': " + row);
            }
        }
    }

    private static int find(String[] header, String[] names) {
        for (String name : names) {
            for (int column = 0; column < header.length; column++) {
                if (bare(header[column]).toLowerCase(Locale.ROOT).equals(name)) {
                    return column;
                }
            }
        }
        return -1;
    }

    private void readRow(String row, CandleSink sink) {
        Arrays.fill(cells, null);
        int column = 0;
        int start = 0;
        while (start <= row.length()) {
            int comma = row.indexOf(',', start);
            int end = comma < 0 ? row.length() : comma;
            place(column, row, start, end);
            column++;
            start = end + 1;
        }
        long openTime = time(cells[0]);
        for (int field = 1; field < values.length; field++) {
            values[field] = number(field, cells[field]);
        }
        sink.accept(openTime, values[1], values[2], values[3], values[4], values[5]);
    }

    private void place(int column, String row, int start, int end) {
        for (int field = 0; field < columns.length; field++) {
            if (columns[field] == column) {
                cells[field] = bare(row.substring(start, end));
            }
        }
    }

    private static String bare(String cell) {
        String text = cell.strip();
        return text.length() >= 2 && text.charAt(0) == '"' && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    private long time(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            throw new CandleParseException(line, "timestamp is missing");
        }
        try {
            return TimeText.millis(text);
        } catch (RuntimeException notATime) {
            throw new CandleParseException(line, "timestamp is neither ISO-8601 nor an epoch number: '" + text + "'");
        }
    }

    private double number(int field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            if (field == 5 && columns[5] < 0) {
                return 0;
            }
            throw new CandleParseException(line, FIELDS[field] + " is missing");
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw new CandleParseException(line, FIELDS[field] + " is not a number: '" + text + "'");
        }
    }
}
