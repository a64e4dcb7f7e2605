package io.tradewind.training.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;

import io.tradewind.training.candle.SeriesKey;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The statements of one import, all in one transaction: rows are copied into a table of its own, compared there with each
 * other and with what is stored, moved over, and the table dropped. The table never outlives the transaction; it is not a
 * temporary one, because that takes a right on the whole database that a service does not have.
 */
final class ImportTable {

    private static final String CREATE = """
            CREATE UNLOGGED TABLE %s (
                row_number bigint NOT NULL, open_time bigint NOT NULL, open double precision NOT NULL,
                high double precision NOT NULL, low double precision NOT NULL, close double precision NOT NULL,
                volume double precision NOT NULL)
            """;

    private static final String SUMMARY = """
            WITH moment AS (
                SELECT open_time, count(*) AS n,
                    min(open) = max(open) AND min(high) = max(high) AND min(low) = max(low)
                        AND min(close) = max(close) AND min(volume) = max(volume) AS same
                FROM %s GROUP BY open_time),
            spaced AS (SELECT *, open_time - lag(open_time) OVER (ORDER BY open_time) AS step FROM moment)
            SELECT coalesce(sum(n) FILTER (WHERE same) - count(*) FILTER (WHERE same), 0), count(*) FILTER (WHERE NOT same),
                count(*) FILTER (WHERE step > ?), coalesce(sum(step / ? - 1) FILTER (WHERE step > ?), 0),
                count(*) FILTER (WHERE step < ?), min(open_time), max(open_time)
            FROM spaced
            """;

    private static final String STORED = """
            SELECT count(DISTINCT i.open_time) FILTER (WHERE i.same), count(DISTINCT i.open_time) FILTER (WHERE NOT i.same)
            FROM (SELECT i.open_time, (i.open, i.high, i.low, i.close, i.volume) = (c.open, c.high, c.low, c.close, c.volume)
                      AS same
                  FROM %s i JOIN candle c
                      ON c.series_id = ? AND c.open_time = i.open_time AND c.open_time BETWEEN ? AND ?) AS i
            """;

    private static final String STORED_CONFLICTS = """
            SELECT i.row_number, i.open_time,
                format('is stored as %%s %%s %%s %%s %%s, the file says %%s %%s %%s %%s %%s',
                    c.open, c.high, c.low, c.close, c.volume, i.open, i.high, i.low, i.close, i.volume)
            FROM %s i JOIN candle c ON c.series_id = ? AND c.open_time = i.open_time AND c.open_time BETWEEN ? AND ?
            WHERE (i.open, i.high, i.low, i.close, i.volume) <> (c.open, c.high, c.low, c.close, c.volume)
            ORDER BY i.row_number LIMIT ?
            """;

    private static final String OWN_CONFLICTS = """
            SELECT max(row_number), open_time, 'row ' || min(row_number) || ' gives other values for the same time'
            FROM %s GROUP BY open_time HAVING count(DISTINCT (open, high, low, close, volume)) > 1
            ORDER BY 1 LIMIT ?
            """;

    private static final String OVERLAPS = """
            SELECT row_number, open_time, 'begins ' || step || ' ms after the candle before it'
            FROM (SELECT row_number, open_time, open_time - lag(open_time) OVER (ORDER BY open_time) AS step
                  FROM %s) AS spaced
            WHERE step > 0 AND step < ? ORDER BY row_number LIMIT ?
            """;

    private final Connection connection;
    private final SeriesKey key;
    private final String table = "incoming_" + UUID.randomUUID().toString().replace("-", "");

    ImportTable(Connection connection, SeriesKey key) throws SQLException {
        this.connection = connection;
        this.key = key;
        execute(CREATE);
    }

    /** What the file's candles are like beside each other. */
    record Summary(
            long duplicates, long conflicts, long gaps, long missingBars, long overlapping, long first, long last) {}

    /** How many of them are stored already. */
    record Stored(long same, long conflicts) {}

    BinaryCopy copy() throws SQLException {
        return new BinaryCopy(connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(here("COPY %s FROM STDIN WITH (FORMAT binary)")));
    }

    Summary summarise() throws SQLException {
        // sorts of a million rows stay in memory; set for this transaction only
        execute("SET LOCAL work_mem = '64MB'");
        execute("ANALYZE %s");
        long bar = key.timeframe().millis();
        try (PreparedStatement statement = connection.prepareStatement(here(SUMMARY))) {
            for (int parameter = 1; parameter <= 4; parameter++) {
                statement.setLong(parameter, bar);
            }
            try (ResultSet row = only(statement)) {
                return new Summary(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7));
            }
        }
    }

    /** The series' id, with its row locked: imports and consumers of one series take turns from here on. */
    long lockSeries() throws SQLException {
        String sql = "INSERT INTO candle_series (symbol, timeframe) VALUES (?, ?) ON CONFLICT DO NOTHING";
        try (PreparedStatement insert = connection.prepareStatement(sql);
                PreparedStatement lock = connection.prepareStatement(
                        "SELECT id FROM candle_series WHERE symbol = ? AND timeframe = ? FOR UPDATE")) {
            for (PreparedStatement statement : new PreparedStatement[] {insert, lock}) {
                statement.setString(1, key.symbol());
                statement.setString(2, key.timeframeLabel());
            }
            insert.executeUpdate();
            try (ResultSet row = only(lock)) {
                return row.getLong(1);
            }
        }
    }

    Stored compare(long series, Summary summary) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(here(STORED))) {
            range(statement, series, summary);
            try (ResultSet row = only(statement)) {
                return new Stored(row.getLong(1), row.getLong(2));
            }
        }
    }

    /** The first few of each kind of thing that refuses the file. */
    void explain(long series, Summary summary, IncomingCandles incoming, int most) throws SQLException {
        try (PreparedStatement own = connection.prepareStatement(here(OWN_CONFLICTS));
                PreparedStatement stored = connection.prepareStatement(here(STORED_CONFLICTS));
                PreparedStatement overlaps = connection.prepareStatement(here(OVERLAPS))) {
            own.setInt(1, most);
            issues(own, ImportIssue.Kind.CONFLICT, incoming);
            range(stored, series, summary);
            stored.setInt(4, most);
            issues(stored, ImportIssue.Kind.CONFLICT, incoming);
            overlaps.setLong(1, key.timeframe().millis());
            overlaps.setInt(2, most);
            issues(overlaps, ImportIssue.Kind.OVERLAPPING, incoming);
        }
    }

    /** Moves what is new over, oldest first. */
    long store(long series, long importId) throws SQLException {
        String sql = """
                INSERT INTO candle (series_id, open_time, open, high, low, close, volume, import_id)
                SELECT ?, open_time, open, high, low, close, volume, ? FROM %s ORDER BY open_time
                ON CONFLICT DO NOTHING
                """;
        try (PreparedStatement insert = connection.prepareStatement(here(sql))) {
            insert.setLong(1, series);
            insert.setLong(2, importId);
            return insert.executeLargeUpdate();
        }
    }

    /** The row the publication goes by; its report and counts follow once they are known. */
    long begin(UUID importId, long series, String importedBy) throws SQLException {
        String sql = """
                INSERT INTO candle_import (import_id, series_id, imported_by, report, accepted, last_open_time)
                VALUES (?, ?, ?, '{}', 0, 0) RETURNING id
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, importId);
            insert.setLong(2, series);
            insert.setString(3, importedBy);
            try (ResultSet row = only(insert)) {
                return row.getLong(1);
            }
        }
    }

    void finish(long id, long series, CandleImportView report, String json) throws SQLException {
        String imported = """
                UPDATE candle_import SET report = ?::jsonb, accepted = ?, last_open_time = ?,
                    published_at = CASE WHEN ? = 0 THEN now() END
                WHERE id = ?
                """;
        String extended = """
                UPDATE candle_series SET candles = candles + ?, first_open_time = least(first_open_time, ?),
                    last_open_time = greatest(last_open_time, ?), updated_at = now()
                WHERE id = ?
                """;
        try (PreparedStatement update = connection.prepareStatement(imported);
                PreparedStatement extend = connection.prepareStatement(extended)) {
            update.setString(1, json);
            update.setLong(2, report.accepted());
            update.setLong(3, millis(report.lastOpenTime()));
            update.setLong(4, report.accepted());
            update.setLong(5, id);
            update.executeUpdate();
            extend.setLong(1, report.accepted());
            extend.setLong(2, millis(report.firstOpenTime()));
            extend.setLong(3, millis(report.lastOpenTime()));
            extend.setLong(4, series);
            extend.executeUpdate();
        }
    }

    /** The candles are moved over: the table goes, with this transaction. */
    void drop() throws SQLException {
        execute("DROP TABLE %s");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(here(sql));
        }
    }

    /** A table's name cannot be a parameter; this one is made of hexadecimal digits. */
    private String here(String sql) {
        return sql.formatted(table);
    }

    private static long millis(@Nullable Instant instant) {
        return instant == null ? 0 : instant.toEpochMilli();
    }

    private static void range(PreparedStatement statement, long series, Summary summary) throws SQLException {
        statement.setLong(1, series);
        statement.setLong(2, summary.first());
        statement.setLong(3, summary.last());
    }

    private static void issues(PreparedStatement statement, ImportIssue.Kind kind, IncomingCandles incoming)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Instant openTime = Instant.ofEpochMilli(rows.getLong(2));
                incoming.issue(new ImportIssue(kind, rows.getLong(1), openTime, rows.getString(3)));
            }
        }
    }

    private static ResultSet only(PreparedStatement statement) throws SQLException {
        ResultSet row = statement.executeQuery();
        row.next();
        return row;
    }
}
