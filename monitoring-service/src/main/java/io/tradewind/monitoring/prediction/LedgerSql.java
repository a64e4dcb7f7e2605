package io.tradewind.monitoring.prediction;

/** Statements on the ledger; each handles a whole batch, whose ids come sorted so that row locks are too. */
final class LedgerSql {

    /**
     * Stores predictions and returns those that are new, with the outcome that waited for them if one did. A waiting
     * outcome that a user reported is only believed if the prediction turns out to be that user's own.
     */
    static final String STORE_PREDICTIONS = """
            INSERT INTO prediction_ledger AS l (
                prediction_id, model_id, model_version, variant, experiment_id, owner, symbol, timeframe,
                candle_open_time, due_open_time, reference_price, horizon_bars, bar_millis, bar_time, direction,
                confidence, made_at, waiting)
            SELECT * FROM unnest(
                $1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[],
                $9::bigint[], $10::bigint[], $11::float8[], $12::int[], $13::bigint[], $14::bigint[], $15::smallint[],
                $16::float8[], $17::timestamptz[], $18::boolean[])
            ON CONFLICT (prediction_id) DO UPDATE SET
                model_id = excluded.model_id, model_version = excluded.model_version, variant = excluded.variant,
                experiment_id = excluded.experiment_id, owner = excluded.owner, symbol = excluded.symbol,
                timeframe = excluded.timeframe, candle_open_time = excluded.candle_open_time,
                due_open_time = excluded.due_open_time, reference_price = excluded.reference_price,
                horizon_bars = excluded.horizon_bars, bar_millis = excluded.bar_millis, bar_time = excluded.bar_time,
                direction = excluded.direction, confidence = excluded.confidence, made_at = excluded.made_at,
                observed_at =
                    CASE WHEN coalesce(l.reported_by, excluded.owner) = excluded.owner THEN l.observed_at END,
                waiting = excluded.waiting AND coalesce(l.reported_by, excluded.owner) <> excluded.owner
            WHERE l.made_at IS NULL
            RETURNING prediction_id, actual_return, actual_direction, profit, observed_at
            """;

    /** Stores first outcomes and returns those whose prediction is there. */
    static final String STORE_OUTCOMES = """
            WITH stored AS (
                INSERT INTO prediction_ledger AS l (
                    prediction_id, actual_return, actual_direction, profit, trade_id, reported_by, observed_at)
                SELECT * FROM unnest(
                    $1::uuid[], $2::float8[], $3::smallint[], $4::float8[], $5::text[], $6::text[], $7::timestamptz[])
                ON CONFLICT (prediction_id) DO UPDATE SET
                    actual_return = excluded.actual_return, actual_direction = excluded.actual_direction,
                    profit = excluded.profit, trade_id = excluded.trade_id, reported_by = excluded.reported_by,
                    observed_at = excluded.observed_at, waiting = false
                WHERE l.observed_at IS NULL AND coalesce(excluded.reported_by, l.owner) = l.owner
                RETURNING *)
            SELECT * FROM stored WHERE made_at IS NOT NULL
            """;

    static final String OWNERS =
            "SELECT prediction_id, owner FROM prediction_ledger WHERE prediction_id = ANY($1) AND made_at IS NOT NULL";

    static final String UNMATCHED = "SELECT count(*) FROM prediction_ledger WHERE made_at IS NULL";

    static final String EXPIRE = """
            DELETE FROM prediction_ledger WHERE prediction_id IN (
                SELECT prediction_id FROM prediction_ledger WHERE made_at < $1 AND NOT waiting LIMIT $2)
            """;

    private LedgerSql() {}
}
