-- Training jobs: one row each, claimed under a lease, with the attempt as its fencing token.

CREATE TABLE training_job (
    id                  uuid        PRIMARY KEY,
    model_id            uuid        NOT NULL,
    owner               text        NOT NULL,
    requested_by        text        NOT NULL,
    architecture        text        NOT NULL,
    symbol              text        NOT NULL,
    timeframe           text        NOT NULL,
    spec                jsonb       NOT NULL,
    status              text        NOT NULL CHECK (status IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    phase               text,
    attempt             integer     NOT NULL DEFAULT 0,
    failures            integer     NOT NULL DEFAULT 0,
    reason              text,
    cancel_requested_by text,
    progress            jsonb,
    metrics             jsonb,
    reserved_version    integer,
    model_version       integer,
    bundle_digest       text,
    not_before          timestamptz NOT NULL DEFAULT now(),
    lease_owner         text,
    lease_until         timestamptz,
    event_sequence      bigint      NOT NULL DEFAULT 0,
    created_at          timestamptz NOT NULL DEFAULT now(),
    started_at          timestamptz,
    finished_at         timestamptz,
    updated_at          timestamptz NOT NULL DEFAULT now(),
    CHECK ((status = 'RUNNING') = (lease_owner IS NOT NULL)),
    CHECK ((status IN ('SUCCEEDED', 'FAILED', 'CANCELLED')) = (finished_at IS NOT NULL)),
    CHECK (status <> 'SUCCEEDED' OR (model_version IS NOT NULL AND bundle_digest IS NOT NULL AND metrics IS NOT NULL)),
    CHECK (status <> 'FAILED' OR reason IS NOT NULL)
);

COMMENT ON COLUMN training_job.attempt IS 'starts so far; the fencing token of whoever runs the job';
COMMENT ON COLUMN training_job.failures IS 'attempts lost to a crash; a service that stops in order does not count';
COMMENT ON COLUMN training_job.reserved_version IS 'model version made for this job, whether or not it is complete';

CREATE INDEX training_job_claimable ON training_job (not_before, created_at) WHERE status = 'QUEUED';
CREATE INDEX training_job_leases ON training_job (lease_until) WHERE status = 'RUNNING';
CREATE INDEX training_job_by_owner ON training_job (owner, created_at DESC, id DESC);
CREATE INDEX training_job_by_model ON training_job (model_id, created_at DESC, id DESC);

CREATE TABLE job_event (
    job_id      uuid        NOT NULL REFERENCES training_job ON DELETE CASCADE,
    sequence    bigint      NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('progress', 'changed')),
    attempt     integer     NOT NULL,
    epoch       integer,
    body        jsonb       NOT NULL,
    occurred_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (job_id, sequence)
);

CREATE INDEX job_event_epochs ON job_event (job_id, attempt, epoch) WHERE kind = 'progress';
