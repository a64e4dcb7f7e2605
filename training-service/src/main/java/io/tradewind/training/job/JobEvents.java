package io.tradewind.training.job;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.event.Event;
import io.tradewind.contracts.training.TrainingJobChanged;
import io.tradewind.contracts.training.TrainingProgressed;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What happened to a job, numbered from 1 within it, so that a client that was cut off can go on where it was. */
@ApplicationScoped
public class JobEvents {

    /** The job's own row counts its events: under its lock no number is missing or given twice. */
    private static final String APPEND = """
            WITH numbered AS (
                UPDATE training_job SET event_sequence = event_sequence + cardinality($5::text[]) WHERE id = $1
                RETURNING event_sequence - cardinality($5::text[]) AS before)
            INSERT INTO job_event (job_id, sequence, kind, attempt, epoch, body)
            SELECT $1, numbered.before + item.position, $2, $3, item.epoch, item.body::jsonb
            FROM numbered, unnest($4::integer[], $5::text[]) WITH ORDINALITY AS item (epoch, body, position)
            """;

    private static final String AFTER = """
            SELECT sequence, kind, body::text FROM job_event WHERE job_id = $1 AND sequence > $2
            ORDER BY sequence LIMIT $3
            """;

    private static final String EPOCHS = """
            SELECT body::text FROM job_event
            WHERE job_id = $1 AND attempt = $2 AND kind = 'progress' AND epoch > $3 ORDER BY epoch LIMIT $4
            """;

    /** One thing that happened; its body is JSON. */
    record Stored(long sequence, String kind, String body) {}

    private final Pool pool;
    private final ObjectMapper json;

    @Inject
    JobEvents(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    Uni<Void> changed(SqlConnection tx, TrainingJobChanged event) {
        Tuple row = Tuple.of(event.jobId(), "changed", event.attempt())
                .addValue(new Integer[] {null})
                .addValue(new String[] {text(event)});
        return tx.preparedQuery(APPEND).execute(row).replaceWithVoid();
    }

    /** Epochs of one attempt, in their order. */
    public Uni<Void> progressed(SqlConnection tx, List<TrainingProgressed> epochs) {
        TrainingProgressed last = epochs.getLast();
        Tuple rows = Tuple.of(last.jobId(), "progress", last.attempt())
                .addValue(epochs.stream().map(TrainingProgressed::epoch).toArray(Integer[]::new))
                .addValue(epochs.stream().map(this::text).toArray(String[]::new));
        return tx.preparedQuery(APPEND).execute(rows).replaceWithVoid();
    }

    Uni<List<Stored>> after(UUID jobId, long sequence, int most) {
        return pool.preparedQuery(AFTER)
                .execute(Tuple.of(jobId, sequence, most))
                .map(JobEvents::stored);
    }

    Uni<List<TrainingProgressed>> epochs(UUID jobId, int attempt, int afterEpoch, int most) {
        return pool.preparedQuery(EPOCHS)
                .execute(Tuple.of(jobId, attempt, afterEpoch, most))
                .map(this::epochs);
    }

    private static List<Stored> stored(RowSet<Row> rows) {
        List<Stored> events = new ArrayList<>(rows.size());
        rows.forEach(row -> events.add(new Stored(row.getLong(0), row.getString(1), row.getString(2))));
        return events;
    }

    private List<TrainingProgressed> epochs(RowSet<Row> rows) {
        List<TrainingProgressed> epochs = new ArrayList<>(rows.size());
        for (Row row : rows) {
            try {
                epochs.add(json.readValue(row.getString(0), TrainingProgressed.class));
            } catch (JsonProcessingException unreadable) {
                throw new IllegalStateException("a stored epoch is no TrainingProgressed", unreadable);
            }
        }
        return epochs;
    }

    private String text(Event event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(event.eventType() + " cannot be written as JSON", unwritable);
        }
    }
}
