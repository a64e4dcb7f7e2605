package io.tradewind.experiment.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.experiment.statistics.Moments;
import io.tradewind.experiment.statistics.Proportion;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads what was counted. */
@ApplicationScoped
public class Arms {

    private static final String ARMS = """
            select variant, units, predictions, outcomes, judged, correct, profit_sum, profit_sum_of_squares
            from arm where experiment_id = $1 and phase = $2""";
    private static final String CONTAMINATED =
            "select count(*) from exposure where experiment_id = $1 and phase = $2 and contaminated";

    private final Pool pool;

    Arms(Pool pool) {
        this.pool = pool;
    }

    /** The arms of a phase that have met a unit, in no particular order. */
    public Uni<List<Arm>> list(UUID experimentId, int phase) {
        return pool.preparedQuery(ARMS).execute(Tuple.of(experimentId, phase)).map(rows -> {
            List<Arm> arms = new ArrayList<>();
            rows.forEach(row -> arms.add(arm(row)));
            return arms;
        });
    }

    /** Units of a phase that met more than one arm and are left out. */
    public Uni<Long> countContaminatedUnits(UUID experimentId, int phase) {
        return pool.preparedQuery(CONTAMINATED)
                .execute(Tuple.of(experimentId, phase))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static Arm arm(Row row) {
        Moments profit = new Moments(
                row.getLong("outcomes"), row.getDouble("profit_sum"), row.getDouble("profit_sum_of_squares"));
        return new Arm(
                row.getString("variant"),
                row.getLong("units"),
                row.getLong("predictions"),
                new Proportion(row.getLong("correct"), row.getLong("judged")),
                profit);
    }
}
