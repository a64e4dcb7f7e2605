package io.tradewind.monitoring.statistics;

/** Statements on the windows; each handles a whole batch. */
final class WindowSql {

    static final String ADD = """
            INSERT INTO performance_window AS w (
                model_id, model_version, variant, hour_start, predictions, latency_count, latency_micros_sum, joined,
                judged, correct, high_judged, high_correct, trades, wins, confidence_sum, profit_sum,
                profit_square_sum, gross_profit, gross_loss)
            SELECT * FROM unnest(
                $1::uuid[], $2::int[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[],
                $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[],
                $14::bigint[], $15::numeric[], $16::numeric[], $17::numeric[], $18::numeric[], $19::numeric[])
            ON CONFLICT (model_id, model_version, variant, hour_start) DO UPDATE SET
                predictions = w.predictions + excluded.predictions,
                latency_count = w.latency_count + excluded.latency_count,
                latency_micros_sum = w.latency_micros_sum + excluded.latency_micros_sum,
                joined = w.joined + excluded.joined,
                judged = w.judged + excluded.judged,
                correct = w.correct + excluded.correct,
                high_judged = w.high_judged + excluded.high_judged,
                high_correct = w.high_correct + excluded.high_correct,
                trades = w.trades + excluded.trades,
                wins = w.wins + excluded.wins,
                confidence_sum = w.confidence_sum + excluded.confidence_sum,
                profit_sum = w.profit_sum + excluded.profit_sum,
                profit_square_sum = w.profit_square_sum + excluded.profit_square_sum,
                gross_profit = w.gross_profit + excluded.gross_profit,
                gross_loss = w.gross_loss + excluded.gross_loss
            RETURNING model_id, model_version, variant, hour_start, latency_sketch
            """;

    static final String STORE_SKETCHES = """
            UPDATE performance_window AS w SET latency_sketch = u.sketch
            FROM unnest($1::uuid[], $2::int[], $3::text[], $4::bigint[], $5::bytea[])
                AS u (model_id, model_version, variant, hour_start, sketch)
            WHERE w.model_id = u.model_id AND w.model_version = u.model_version AND w.variant = u.variant
                AND w.hour_start = u.hour_start
            """;

    static final String ADD_BARS = """
            INSERT INTO bar_return AS b (
                model_id, model_version, variant, hour_start, bar_millis, bar_time, trades, profit)
            SELECT * FROM unnest(
                $1::uuid[], $2::int[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[],
                $8::numeric[])
            ON CONFLICT (model_id, model_version, variant, hour_start, bar_millis, bar_time) DO UPDATE SET
                trades = b.trades + excluded.trades, profit = b.profit + excluded.profit
            """;

    private static final String SELECTED = """
            WHERE model_id = $1 AND ($2::int IS NULL OR model_version = $2) AND ($3::text IS NULL OR variant = $3)
                AND hour_start >= $4 AND hour_start < $5
            """;

    static final String READ = "SELECT * FROM performance_window " + SELECTED;

    /**
     * Capital is split evenly between the positions of a bar and every bar's return compounds. Sums are taken over
     * numeric values and the logarithms in the order of the bars, so that the same rows always give the same figures. A
     * loss of the whole capital counts as one of all but a trillionth, because a logarithm of zero is none. Where a
     * model predicted on several timeframes the one with the most bars is shown.
     */
    static final String CURVE = """
            WITH bars AS (
                SELECT bar_millis, bar_time, sum(profit) / greatest(sum(trades), 1) AS bar_return
                FROM bar_return
            """ + SELECTED + """
                GROUP BY bar_millis, bar_time),
            main AS (SELECT bar_millis FROM bars GROUP BY bar_millis ORDER BY count(*) DESC, bar_millis LIMIT 1),
            curve AS (
                SELECT bar_millis, bar_time, bar_return,
                    sum(ln(greatest(1 + bar_return::double precision, 1e-12))) OVER (ORDER BY bar_time) AS log_equity
                FROM bars JOIN main USING (bar_millis)),
            peaks AS (
                SELECT *, greatest(0, max(log_equity) OVER (ORDER BY bar_time)) AS log_peak FROM curve)
            SELECT bar_millis, min(bar_time) AS first_bar, max(bar_time) AS last_bar,
                sum(bar_return)::double precision AS return_sum,
                sum(bar_return * bar_return)::double precision AS return_square_sum,
                max(1 - exp(log_equity - log_peak)) AS max_drawdown
            FROM peaks GROUP BY bar_millis
            """;

    static final String ACTIVE = """
            SELECT model_id, model_version, variant, sum(predictions)::bigint AS predictions,
                sum(joined)::bigint AS joined
            FROM performance_window WHERE hour_start >= $1
            GROUP BY model_id, model_version, variant
            ORDER BY max(hour_start) DESC, model_id, model_version DESC, variant LIMIT $2
            """;

    static final String COHORTS =
            "SELECT DISTINCT model_id, model_version, variant FROM performance_window WHERE model_id = $1";

    private WindowSql() {}
}
