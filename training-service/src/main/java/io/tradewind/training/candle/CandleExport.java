package io.tradewind.training.candle;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Candles of a range as a CSV file for a worker; blocking, and streamed so that its size does not matter.
 *
 * <p>By a cursor rather than by COPY: a COPY that is broken off has to be cancelled from outside, and that cancel can
 * arrive late and hit whatever the connection does next.
 */
@ApplicationScoped
public class CandleExport {

    private static final int ROWS_AT_A_TIME = 2_000;

    private static final String RANGE = """
            SELECT c.open_time, c.open, c.high, c.low, c.close, c.volume
            FROM candle c JOIN candle_series s ON s.id = c.series_id
            WHERE s.symbol = ? AND s.timeframe = ? AND c.open_time BETWEEN ? AND ? ORDER BY c.open_time
            """;

    private final DataSource dataSource;

    @Inject
    CandleExport(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Writes {@code timestamp,open,high,low,close,volume} rows, oldest first, and tells how many.
     *
     * @param unwanted looked at all along; once true the rest is not written
     * @throws InterruptedIOException when it became unwanted
     */
    public long write(SeriesKey key, TimeRange range, Path file, BooleanSupplier unwanted) throws IOException {
        try (Connection connection = dataSource.getConnection();
                BufferedWriter out = Files.newBufferedWriter(file)) {
            // the driver reads by cursor only inside a transaction
            connection.setAutoCommit(false);
            try {
                return write(connection, key, range, out, unwanted);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new IOException("candles of " + key + " could not be read from the database", failed);
        }
    }

    private static long write(
            Connection connection, SeriesKey key, TimeRange range, BufferedWriter out, BooleanSupplier unwanted)
            throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(RANGE)) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            statement.setString(1, key.symbol());
            statement.setString(2, key.timeframeLabel());
            statement.setLong(3, range.from());
            statement.setLong(4, range.to());
            out.write("timestamp,open,high,low,close,volume\n");
            long rows = 0;
            try (ResultSet candles = statement.executeQuery()) {
                while (candles.next()) {
                    if (rows++ % ROWS_AT_A_TIME == 0 && unwanted.getAsBoolean()) {
                        throw new InterruptedIOException("the candles are not wanted any more");
                    }
                    row(candles, out);
                }
            }
            out.flush();
            return rows;
        }
    }

    /** Times are written out, because a bare number before 1973 could be seconds as well as milliseconds. */
    private static void row(ResultSet candle, BufferedWriter out) throws SQLException, IOException {
        out.write(Instant.ofEpochMilli(candle.getLong(1)).toString());
        for (int column = 2; column <= 6; column++) {
            out.write(',');
            out.write(Double.toString(candle.getDouble(column)));
        }
        out.write('\n');
    }
}
