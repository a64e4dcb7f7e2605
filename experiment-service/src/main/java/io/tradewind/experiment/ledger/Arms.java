package io.tradewind.experiment.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.experiment.statistics.ClusteredMean;
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

    /** Read from the predictions themselves: only experiments by user or symbol need it, and those have few units. */
    private static final String UNITS = """
            with unit as (
                select variant, count(profit)::float8 as n, coalesce(sum(profit), 0) as profit,
                       count(correct)::float8 as judged, (count(*) filter (where correct))::float8 as correct
                from assigned_prediction where experiment_id = $1 and phase = $2 and counted group by variant, unit)
            select variant,
                   count(*) filter (where n > 0), sum(n), sum(profit), sum(n * n), sum(profit * profit), sum(n * profit),
                   count(*) filter (where judged > 0), sum(judged), sum(correct), sum(judged * judged),
                   sum(correct * correct), sum(judged * correct)
            from unit group by variant""";

    private static final int PROFIT = 1;
    private static final int ACCURACY = 7;

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

    /** The arms of a phase that have made a prediction, their figures clustered by unit. */
    public Uni<List<UnitArm>> listByUnit(UUID experimentId, int phase) {
        return pool.preparedQuery(UNITS).execute(Tuple.of(experimentId, phase)).map(rows -> {
            List<UnitArm> arms = new ArrayList<>();
            rows.forEach(row ->
                    arms.add(new UnitArm(row.getString("variant"), clustered(row, ACCURACY), clustered(row, PROFIT))));
            return arms;
        });
    }

    private static ClusteredMean clustered(Row row, int from) {
        return new ClusteredMean(
                row.getLong(from),
                row.getDouble(from + 1),
                row.getDouble(from + 2),
                row.getDouble(from + 3),
                row.getDouble(from + 4),
                row.getDouble(from + 5));
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
