package io.tradewind.training.intake;

import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How far the candles of an import have come on their way to the topic. */
@ApplicationScoped
class ImportProgress {

    /**
     * An import that was stored.
     *
     * @param published candles the broker has acknowledged, of those that were accepted
     * @param complete whether all of them are on the topic
     * @param report what was answered to the upload
     */
    record View(
            UUID importId,
            long accepted,
            long published,
            boolean complete,
            @JsonRawValue String report) {}

    private final Pool pool;

    @Inject
    ImportProgress(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<View>> find(UUID importId) {
        String sql = """
                SELECT accepted, published, published_at IS NOT NULL, report::text FROM candle_import WHERE import_id = $1
                """;
        return pool.preparedQuery(sql)
                .execute(Tuple.of(importId))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(view(importId, rows.iterator().next())));
    }

    private static View view(UUID importId, Row row) {
        return new View(importId, row.getLong(0), row.getLong(1), row.getBoolean(2), row.getString(3));
    }
}
