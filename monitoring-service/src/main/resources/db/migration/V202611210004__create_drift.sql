-- What a version's inputs and outputs looked like in training, fetched from the registry once.
CREATE TABLE drift_reference (
    model_id            uuid    NOT NULL,
    model_version       integer NOT NULL,
    status              text    NOT NULL CHECK (status IN ('WANTED', 'READY', 'ABSENT')),
    profile             text,
    evaluation_accuracy double precision,
    attempts            integer     NOT NULL DEFAULT 0,
    next_attempt_at     timestamptz NOT NULL DEFAULT now(),
    reason              text,
    PRIMARY KEY (model_id, model_version)
);

CREATE INDEX drift_reference_to_fetch ON drift_reference (next_attempt_at) WHERE status <> 'READY';

-- Counts on the reference's bins, all features and outputs one after the other; two windows add element by element.
CREATE TABLE drift_window (
    model_id      uuid     NOT NULL,
    model_version integer  NOT NULL,
    variant       text     NOT NULL,
    hour_start    bigint   NOT NULL,
    row_count     bigint   NOT NULL,
    counts        bigint[] NOT NULL,
    PRIMARY KEY (model_id, model_version, variant, hour_start)
);

-- Rows that came before their reference did: counted, and gone, as soon as it is there.
CREATE TABLE drift_pending (
    prediction_id uuid PRIMARY KEY,
    model_id      uuid    NOT NULL,
    model_version integer NOT NULL,
    variant       text    NOT NULL,
    hour_start    bigint  NOT NULL,
    feature_names text[],
    features      double precision[],
    outputs       double precision[] NOT NULL
);

CREATE INDEX drift_pending_by_version ON drift_pending (model_id, model_version);

-- Scores measured elsewhere and recorded over REST; they stand in where monitoring has none of its own.
CREATE TABLE drift_recorded (
    model_id      uuid    NOT NULL,
    model_version integer NOT NULL,
    variant       text    NOT NULL,
    feature       double precision,
    prediction    double precision,
    performance   double precision,
    recorded_by   text        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    PRIMARY KEY (model_id, model_version, variant)
);
