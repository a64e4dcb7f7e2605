CREATE TABLE threshold (
    id             uuid PRIMARY KEY,
    type           text             NOT NULL,
    metric         text             NOT NULL,
    comparison     text             NOT NULL CHECK (comparison IN ('BELOW', 'ABOVE')),
    value          double precision NOT NULL,
    severity       text             NOT NULL CHECK (severity IN ('WARNING', 'CRITICAL')),
    minimum_sample bigint           NOT NULL CHECK (minimum_sample >= 1),
    exit_margin    double precision NOT NULL CHECK (exit_margin >= 0 AND exit_margin < 1),
    enabled        boolean          NOT NULL,
    UNIQUE (type, metric, comparison, value)
);

CREATE TABLE threshold_set (
    id       boolean PRIMARY KEY DEFAULT true CHECK (id),
    revision bigint NOT NULL
);

INSERT INTO threshold_set (id, revision) VALUES (true, 1);

INSERT INTO threshold (id, type, metric, comparison, value, severity, minimum_sample, exit_margin, enabled) VALUES
    ('7e1d0001-0000-4000-8000-000000000001', 'accuracy_drop',     'accuracy',             'BELOW', 0.5,  'WARNING',  100, 0.05, true),
    ('7e1d0001-0000-4000-8000-000000000002', 'accuracy_drop',     'accuracy',             'BELOW', 0.4,  'CRITICAL', 100, 0.05, true),
    ('7e1d0001-0000-4000-8000-000000000003', 'win_rate_drop',     'winRate',              'BELOW', 0.4,  'WARNING',  100, 0.05, true),
    ('7e1d0001-0000-4000-8000-000000000004', 'high_latency',      'p99LatencyMs',         'ABOVE', 1000, 'WARNING',  100, 0.05, true),
    ('7e1d0001-0000-4000-8000-000000000005', 'prediction_drift',  'predictionDriftScore', 'ABOVE', 0.3,  'WARNING',  100, 0.05, true),
    ('7e1d0001-0000-4000-8000-000000000006', 'drawdown_exceeded', 'maxDrawdown',          'ABOVE', 0.2,  'CRITICAL', 100, 0.05, true);

CREATE TABLE alert (
    id              uuid PRIMARY KEY,
    threshold_id    uuid             NOT NULL,
    type            text             NOT NULL,
    metric          text             NOT NULL,
    comparison      text             NOT NULL,
    severity        text             NOT NULL,
    status          text             NOT NULL,
    model_id        uuid             NOT NULL,
    model_version   integer          NOT NULL,
    variant         text             NOT NULL,
    owner           text             NOT NULL,
    threshold       double precision NOT NULL,
    value           double precision NOT NULL,
    sample          bigint           NOT NULL,
    message         text             NOT NULL,
    fired_at        timestamptz      NOT NULL,
    updated_at      timestamptz      NOT NULL,
    acknowledged_by text,
    acknowledged_at timestamptz,
    resolved_at     timestamptz,
    lock_version    bigint           NOT NULL
);

-- One open alert per model version, variant and threshold, however many replicas evaluate.
CREATE UNIQUE INDEX alert_open ON alert (model_id, model_version, variant, threshold_id) WHERE status <> 'RESOLVED';
CREATE INDEX alert_by_time ON alert (fired_at DESC, id DESC);
CREATE INDEX alert_by_model ON alert (model_id, fired_at DESC);
