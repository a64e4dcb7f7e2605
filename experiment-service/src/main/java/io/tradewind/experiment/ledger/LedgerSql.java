package io.tradewind.experiment.ledger;

/** The ledger's statements. Each takes a whole batch as arrays, and run again changes nothing. */
final class LedgerSql {

    /** Stores predictions of known experiments that are not stored yet; gives their ids. */
    static final String INSERT_PREDICTIONS = """
            insert into assigned_prediction
                   (prediction_id, experiment_id, phase, variant, unit, direction, predicted_at, owner)
            select distinct on (p.id) p.id, p.experiment, p.phase, p.variant, p.unit, p.direction, p.at, p.owner
            from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::smallint[], $7::timestamptz[],
                        $8::text[])
                 as p (id, experiment, phase, variant, unit, direction, at, owner)
            join experiment e on e.id = p.experiment
            on conflict (prediction_id) do nothing
            returning prediction_id""";

    /** Notes the first arm each unit met, and counts the unit in it. */
    static final String INSERT_EXPOSURES = """
            with first_seen as (
                insert into exposure (experiment_id, phase, unit, variant, first_seen_at)
                select distinct on (experiment_id, phase, unit) experiment_id, phase, unit, variant, predicted_at
                from assigned_prediction where prediction_id = any($1)
                order by experiment_id, phase, unit, predicted_at, prediction_id
                on conflict (experiment_id, phase, unit) do nothing
                returning experiment_id, phase, variant)
            insert into arm as a (experiment_id, phase, variant, units)
            select experiment_id, phase, variant, count(*) from first_seen group by 1, 2, 3
            on conflict (experiment_id, phase, variant) do update set units = a.units + excluded.units""";

    /** Finds units that met a second arm just now, and takes everything back that was counted for them. */
    static final String CONTAMINATE_UNITS = """
            with contaminated as (
                update exposure e set contaminated = true
                from assigned_prediction p
                where p.prediction_id = any($1) and not e.contaminated and e.variant <> p.variant
                  and (e.experiment_id, e.phase, e.unit) = (p.experiment_id, p.phase, p.unit)
                returning e.experiment_id, e.phase, e.unit, e.variant),
            units_lost as (
                select experiment_id, phase, variant, count(*) as units from contaminated group by 1, 2, 3),
            taken_back as (
                update assigned_prediction p set counted = false
                from contaminated c
                where p.counted and (p.experiment_id, p.phase, p.unit) = (c.experiment_id, c.phase, c.unit)
                returning p.experiment_id, p.phase, p.variant, p.correct, p.profit),
            lost as (
                select u.experiment_id, u.phase, u.variant, u.units, count(t.variant) as predictions,
                       count(t.profit) as outcomes, count(t.correct) as judged, count(*) filter (where t.correct) as correct,
                       coalesce(sum(t.profit), 0) as profit, coalesce(sum(t.profit * t.profit), 0) as squares
                from units_lost u left join taken_back t using (experiment_id, phase, variant)
                group by 1, 2, 3, 4)
            update arm a set units = a.units - l.units, predictions = a.predictions - l.predictions,
                   outcomes = a.outcomes - l.outcomes, judged = a.judged - l.judged, correct = a.correct - l.correct,
                   profit_sum = a.profit_sum - l.profit,
                   profit_sum_of_squares = a.profit_sum_of_squares - l.squares
            from lost l
            where (a.experiment_id, a.phase, a.variant) = (l.experiment_id, l.phase, l.variant)""";

    /** Counts predictions whose unit has met one arm only. */
    static final String COUNT_PREDICTIONS = """
            with counted as (
                update assigned_prediction p set counted = true
                from exposure e
                where p.prediction_id = any($1) and not p.counted and not e.contaminated
                  and (e.experiment_id, e.phase, e.unit) = (p.experiment_id, p.phase, p.unit)
                returning p.experiment_id, p.phase, p.variant)
            insert into arm as a (experiment_id, phase, variant, predictions)
            select experiment_id, phase, variant, count(*) from counted group by 1, 2, 3
            on conflict (experiment_id, phase, variant) do update set predictions = a.predictions + excluded.predictions""";

    /** Keeps outcomes until their prediction is there; the first of each reporter stands. */
    static final String INSERT_OUTCOMES = """
            insert into early_outcome (prediction_id, actual_return, actual_direction, profit, reported_by)
            select o.id, o.return, o.direction, o.profit, o.reporter
            from (select distinct on (u.id, u.reporter) u.* from
                  unnest($1::uuid[], $2::float8[], $3::smallint[], $4::float8[], $5::text[]) with ordinality
                  as u (id, return, direction, profit, reporter, place) order by u.id, u.reporter, u.place) o
            where not exists (
                select from assigned_prediction p where p.prediction_id = o.id and p.profit is not null)
            order by o.place
            on conflict (prediction_id, reported_by) do nothing""";

    /**
     * Gives predictions their outcome and adds it to their arm. Profit is the trade's own where there was one, otherwise
     * direction times return less the experiment's cost; without a position there is neither profit nor cost, and nothing to be right about. What somebody
     * else than the prediction's owner reported is dropped.
     */
    static final String SETTLE = """
            with matched as (
                delete from early_outcome o using assigned_prediction p
                where o.prediction_id = any($1) and p.prediction_id = o.prediction_id
                returning o.*, p.owner),
            believed as (
                select distinct on (prediction_id) * from matched
                where reported_by in ('', owner) order by prediction_id, place),
            settled as (
                update assigned_prediction p
                set correct = case p.direction when 0 then null else p.direction = m.actual_direction end,
                    profit = coalesce(m.profit, case p.direction when 0 then 0
                             else p.direction * m.actual_return - e.cost_bps / 10000 end)
                from believed m, experiment e
                where p.prediction_id = m.prediction_id and p.profit is null and e.id = p.experiment_id
                returning p.experiment_id, p.phase, p.variant, p.correct, p.profit, p.counted)
            insert into arm as a
                   (experiment_id, phase, variant, outcomes, judged, correct, profit_sum, profit_sum_of_squares)
            select experiment_id, phase, variant, count(*), count(correct), count(*) filter (where correct),
                   sum(profit), sum(profit * profit)
            from settled where counted group by 1, 2, 3
            on conflict (experiment_id, phase, variant) do update
            set outcomes = a.outcomes + excluded.outcomes, judged = a.judged + excluded.judged,
                correct = a.correct + excluded.correct,
                profit_sum = a.profit_sum + excluded.profit_sum,
                profit_sum_of_squares = a.profit_sum_of_squares + excluded.profit_sum_of_squares""";

    private LedgerSql() {}
}
