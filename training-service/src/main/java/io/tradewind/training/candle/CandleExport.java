package io.tradewind.training.candle;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.postgresql.PGConnection;

/** Candles of a range as a CSV file for a worker; blocking, and streamed so that its size does not matter. */
@ApplicationScoped
public class CandleExport {

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
                OutputStream out = new WantedOutput(Files.newOutputStream(file), unwanted)) {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(query(key, range), out);
        } catch (SQLException failed) {
            throw new IOException("candles of " + key + " could not be read from the database", failed);
        }
    }

    /**
     * COPY takes no parameters: the symbol's and timeframe's alphabets leave nothing to escape. Times are written out,
     * because a bare number before 1973 could be seconds as well as milliseconds.
     */
    private static String query(SeriesKey key, TimeRange range) {
        return """
                COPY (SELECT to_char(to_timestamp(c.open_time / 1000.0) AT TIME ZONE 'UTC',
                             'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS timestamp, c.open, c.high, c.low, c.close, c.volume
                      FROM candle c JOIN candle_series s ON s.id = c.series_id
                      WHERE s.symbol = '%s' AND s.timeframe = '%s' AND c.open_time BETWEEN %d AND %d
                      ORDER BY c.open_time) TO STDOUT WITH (FORMAT csv, HEADER)
                """.formatted(key.symbol(), key.timeframeLabel(), range.from(), range.to());
    }

    /** Checks at every chunk of 64 KiB whether anyone still wants it. */
    private static final class WantedOutput extends BufferedOutputStream {

        WantedOutput(OutputStream file, BooleanSupplier unwanted) {
            super(
                    new FilterOutputStream(file) {
                        @Override
                        public void write(byte[] chunk, int offset, int length) throws IOException {
                            if (unwanted.getAsBoolean()) {
                                throw new InterruptedIOException("the candles are not wanted any more");
                            }
                            out.write(chunk, offset, length);
                        }
                    },
                    1 << 16);
        }
    }
}
