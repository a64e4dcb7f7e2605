-- Sufficient statistics per model version, variant ('' outside experiments) and hour of prediction time. Everything adds:
-- sums are numeric, so that they are the same to the last digit in whatever order events arrive.
CREATE TABLE performance_window (
    model_id           uuid    NOT NULL,
    model_version      integer NOT NULL,
    variant            text    NOT NULL,
    hour_start         bigint  NOT NULL,
    predictions        bigint  NOT NULL,
    confidence_sum     numeric NOT NULL,
    latency_count      bigint  NOT NULL,
    latency_micros_sum bigint  NOT NULL,
    latency_sketch     bytea,
    joined             bigint  NOT NULL,
    judged             bigint  NOT NULL,
    correct            bigint  NOT NULL,
    high_judged        bigint  NOT NULL,
    high_correct       bigint  NOT NULL,
    trades             bigint  NOT NULL,
    wins               bigint  NOT NULL,
    profit_sum         numeric NOT NULL,
    profit_square_sum  numeric NOT NULL,
    gross_profit       numeric NOT NULL,
    gross_loss         numeric NOT NULL,
    PRIMARY KEY (model_id, model_version, variant, hour_start)
);

CREATE INDEX performance_window_by_hour ON performance_window (hour_start);

-- Profit per bar of market time: the equity curve needs its order, which arrival does not give and sums cannot keep.
CREATE TABLE bar_return (
    model_id      uuid    NOT NULL,
    model_version integer NOT NULL,
    variant       text    NOT NULL,
    hour_start    bigint  NOT NULL,
    bar_millis    bigint  NOT NULL,
    bar_time      bigint  NOT NULL,
    trades        bigint  NOT NULL,
    profit        numeric NOT NULL,
    PRIMARY KEY (model_id, model_version, variant, hour_start, bar_millis, bar_time)
);
