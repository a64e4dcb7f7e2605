-- Candles, once per symbol, timeframe and open time, and the imports they came by.

CREATE TABLE candle_series (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    symbol          text        NOT NULL CHECK (length(symbol) BETWEEN 1 AND 40),
    timeframe       text        NOT NULL,
    candles         bigint      NOT NULL DEFAULT 0,
    first_open_time bigint,
    last_open_time  bigint,
    updated_at      timestamptz NOT NULL DEFAULT now(),
    UNIQUE (symbol, timeframe)
);

-- No foreign key to candle_series: its check per row doubled the time of a bulk import, and series are never deleted.
CREATE TABLE candle (
    series_id bigint           NOT NULL,
    open_time bigint           NOT NULL,
    open      double precision NOT NULL,
    high      double precision NOT NULL,
    low       double precision NOT NULL,
    close     double precision NOT NULL,
    volume    double precision NOT NULL,
    import_id bigint,
    PRIMARY KEY (series_id, open_time)
) PARTITION BY RANGE (open_time);

COMMENT ON COLUMN candle.open_time IS 'milliseconds since the epoch, UTC';
COMMENT ON COLUMN candle.import_id IS 'the import to publish it for; null when it came from the topic and needs no publishing';

-- One partition a year. They are laid out ahead because making one later locks the whole table.
DO $$
BEGIN
    EXECUTE format('CREATE TABLE candle_before_2010 PARTITION OF candle FOR VALUES FROM (MINVALUE) TO (%s)',
                   extract(epoch FROM timestamptz '2010-01-01 00:00:00+00')::bigint * 1000);
    FOR year IN 2010 .. 2039 LOOP
        EXECUTE format('CREATE TABLE candle_%s PARTITION OF candle FOR VALUES FROM (%s) TO (%s)', year,
                       extract(epoch FROM make_timestamptz(year, 1, 1, 0, 0, 0, 'UTC'))::bigint * 1000,
                       extract(epoch FROM make_timestamptz(year + 1, 1, 1, 0, 0, 0, 'UTC'))::bigint * 1000);
    END LOOP;
    EXECUTE format('CREATE TABLE candle_from_2040 PARTITION OF candle FOR VALUES FROM (%s) TO (MAXVALUE)',
                   extract(epoch FROM timestamptz '2040-01-01 00:00:00+00')::bigint * 1000);
END
$$;

CREATE TABLE candle_import (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    import_id       uuid        NOT NULL UNIQUE,
    series_id       bigint      NOT NULL REFERENCES candle_series,
    imported_by     text        NOT NULL,
    report          jsonb       NOT NULL,
    accepted        bigint      NOT NULL,
    last_open_time  bigint      NOT NULL,
    published       bigint      NOT NULL DEFAULT 0,
    published_until bigint,
    step_at         timestamptz NOT NULL DEFAULT now(),
    published_at    timestamptz,
    created_at      timestamptz NOT NULL DEFAULT now()
);

COMMENT ON COLUMN candle_import.published_until IS 'open time of the last candle the broker acknowledged';

CREATE INDEX candle_import_unpublished ON candle_import (series_id, id) WHERE published_at IS NULL;
