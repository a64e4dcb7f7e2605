package io.tradewind.training.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipException;
import javax.sql.DataSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.market.read.CandleParseException;
import io.tradewind.training.candle.SeriesKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Stores files of candles, each as a whole or not at all. Blocking, and in constant memory however long a file is. */
@ApplicationScoped
class CandleImports {

    private static final Logger LOG = Logger.getLogger(CandleImports.class);

    private final DataSource dataSource;
    private final IntakeConfig config;
    private final ObjectMapper json;
    private final MeterRegistry meters;
    private final Semaphore running;

    @Inject
    CandleImports(DataSource dataSource, IntakeConfig config, ObjectMapper json, MeterRegistry meters) {
        this.dataSource = dataSource;
        this.config = config;
        this.json = json;
        this.meters = meters;
        this.running = new Semaphore(config.concurrentImports());
    }

    /** Reads the file to its end; a report of a refused file says why. */
    CandleImportView read(SeriesKey key, FileFormat format, InputStream upload, String importedBy) {
        if (!running.tryAcquire()) {
            throw new ServiceException(
                    ErrorCode.OVERLOADED, config.concurrentImports() + " files are being imported already");
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return transfer(connection, key, format, upload, importedBy);
            } finally {
                // nothing is left to roll back once the import has committed
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw failure(failed);
        } catch (IOException | UncheckedIOException broken) {
            throw new ServiceException(
                    ErrorCode.MALFORMED_REQUEST, "the file did not arrive whole; nothing was stored", broken);
        } finally {
            running.release();
        }
    }

    private CandleImportView transfer(
            Connection connection, SeriesKey key, FileFormat format, InputStream upload, String importedBy)
            throws SQLException, IOException {
        ImportTable table = new ImportTable(connection, key);
        IncomingCandles incoming;
        try (BinaryCopy copy = table.copy()) {
            incoming = new IncomingCandles(copy, config);
            parse(format, upload, incoming);
            copy.end();
        }
        if (incoming.rows() == 0 && !incoming.refused()) {
            incoming.issue(new ImportIssue(ImportIssue.Kind.EMPTY, 0, null, "the file holds no candles"));
        }
        if (incoming.rows() == 0 || incoming.refused()) {
            return report(null, key, incoming, null, null, 0);
        }
        return store(connection, table, key, incoming, importedBy);
    }

    private CandleImportView store(
            Connection connection, ImportTable table, SeriesKey key, IncomingCandles incoming, String importedBy)
            throws SQLException {
        ImportTable.Summary summary = table.summarise();
        long series = table.lockSeries();
        ImportTable.Stored stored = table.compare(series, summary);
        if (summary.conflicts() + summary.overlapping() + stored.conflicts() > 0) {
            table.explain(series, summary, incoming, config.shownIssues());
            return report(null, key, incoming, summary, stored, 0);
        }
        UUID importId = UUID.randomUUID();
        long id = table.begin(importId, series, importedBy);
        long accepted = table.store(series, id);
        CandleImportView report = report(importId, key, incoming, summary, stored, accepted);
        table.finish(id, series, report, text(report));
        table.drop();
        connection.commit();
        LOG.infof("%d of %d candles of %s stored as import %s", accepted, incoming.rows(), key, importId);
        meters.counter("tradewind.training.candles.imported").increment(accepted);
        return report;
    }

    private static RuntimeException failure(SQLException failed) {
        String state = String.valueOf(failed.getSQLState());
        boolean away = state.startsWith("08") || state.startsWith("53") || state.startsWith("57");
        return away
                ? new ServiceException(
                        ErrorCode.UNAVAILABLE, "the database cannot be reached; nothing was stored", failed)
                : new IllegalStateException("an import's statement failed", failed);
    }

    private static void parse(FileFormat format, InputStream upload, IncomingCandles incoming) throws IOException {
        try {
            format.read(PlainLines.of(upload), incoming);
        } catch (CandleParseException unreadable) {
            incoming.unreadable(unreadable.getMessage());
        } catch (PlainLines.LineTooLongException | ZipException unreadable) {
            incoming.unreadable(String.valueOf(unreadable.getMessage()));
        }
    }

    private static CandleImportView report(
            @Nullable UUID importId,
            SeriesKey key,
            IncomingCandles incoming,
            ImportTable.@Nullable Summary summary,
            ImportTable.@Nullable Stored stored,
            long accepted) {
        boolean compared = summary != null && stored != null;
        return new CandleImportView(
                importId,
                key.symbol(),
                key.timeframeLabel(),
                incoming.rows(),
                accepted,
                compared ? summary.duplicates() : 0,
                compared ? stored.same() : 0,
                compared ? summary.conflicts() + stored.conflicts() : 0,
                incoming.unsorted(),
                compared ? summary.gaps() : 0,
                compared ? summary.missingBars() : 0,
                incoming.badOhlc(),
                incoming.notFinite(),
                incoming.unreadable(),
                compared ? summary.overlapping() : 0,
                compared ? Instant.ofEpochMilli(summary.first()) : null,
                compared ? Instant.ofEpochMilli(summary.last()) : null,
                incoming.issues());
    }

    private String text(CandleImportView report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("an import report cannot be written as JSON", unwritable);
        }
    }
}
