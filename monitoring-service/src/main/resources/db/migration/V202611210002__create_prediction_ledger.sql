-- One row per prediction id, whichever half arrives first: the upsert's row lock is what makes a join happen once,
-- whatever the order, the number of replicas, or how often an event is delivered. It is not partitioned by time because
-- an id must be unique over all time; old rows are deleted instead, long after the topics have forgotten their events.
CREATE TABLE prediction_ledger (
    prediction_id    uuid PRIMARY KEY,
    -- the prediction; made_at is null until it arrived
    model_id         uuid,
    model_version    integer,
    variant          text,
    experiment_id    uuid,
    owner            text,
    symbol           text,
    timeframe        text,
    candle_open_time bigint,
    due_open_time    bigint,
    reference_price  double precision,
    horizon_bars     integer,
    bar_millis       bigint,
    bar_time         bigint,
    direction        smallint,
    confidence       double precision,
    made_at          timestamptz,
    -- the outcome; observed_at is null until it arrived
    actual_return    double precision,
    actual_direction smallint,
    profit           double precision,
    trade_id         text,
    reported_by      text,
    observed_at      timestamptz,
    -- true while candles are to decide the outcome
    waiting          boolean NOT NULL DEFAULT false
) WITH (fillfactor = 80);

CREATE INDEX prediction_ledger_waiting ON prediction_ledger (symbol, timeframe, due_open_time) WHERE waiting;
CREATE INDEX prediction_ledger_unmatched ON prediction_ledger (observed_at) WHERE made_at IS NULL;
CREATE INDEX prediction_ledger_age ON prediction_ledger USING brin (made_at);

-- Closes of every candle seen: what outcomes are computed from.
CREATE TABLE candle_close (
    symbol    text             NOT NULL,
    timeframe text             NOT NULL,
    open_time bigint           NOT NULL,
    close     double precision NOT NULL,
    PRIMARY KEY (symbol, timeframe, open_time)
);

-- The newest candle of each series: nothing that is due later than that needs to be looked at.
CREATE TABLE candle_series (
    symbol           text   NOT NULL,
    timeframe        text   NOT NULL,
    latest_open_time bigint NOT NULL,
    PRIMARY KEY (symbol, timeframe)
);
