create table experiment (
    id                  uuid             primary key,
    name                text             not null,
    hypothesis          text,
    owner               text             not null,
    status              text             not null,
    unit                text             not null,
    seed                text             not null,
    symbols             text[]           not null,
    timeframe           text,
    phase               int              not null,
    coverage            double precision not null,
    variants            text             not null,
    primary_metric      text             not null,
    minimum_sample_size int              not null,
    significance        double precision not null,
    cost_bps            double precision not null,
    revision            bigint           not null,
    conclusion          text,
    created_at          timestamptz      not null,
    updated_at          timestamptz      not null,
    started_at          timestamptz,
    stopped_at          timestamptz
);
create index experiment_newest on experiment (created_at desc, id desc);
create index experiment_owner on experiment (owner, created_at desc, id desc);

-- Every prediction an arm answered, and what became of it (correct stays null where the arm abstained). A row counts once, and only while its unit saw one arm.
create table assigned_prediction (
    prediction_id uuid        primary key,
    experiment_id uuid        not null references experiment (id) on delete cascade,
    phase         int         not null,
    variant       text        not null,
    unit          text        not null,
    owner         text        not null,
    direction     smallint    not null,
    predicted_at  timestamptz not null,
    correct       boolean,
    profit        double precision,
    counted       boolean     not null default false
);
create index assigned_prediction_unit on assigned_prediction (experiment_id, phase, unit);

-- First exposure of a unit in a phase. A unit that met a second arm is contaminated and counts for neither.
create table exposure (
    experiment_id uuid        not null references experiment (id) on delete cascade,
    phase         int         not null,
    unit          text        not null,
    variant       text        not null,
    first_seen_at timestamptz not null,
    contaminated  boolean     not null default false,
    primary key (experiment_id, phase, unit)
);

-- Outcomes that came before their prediction. Those of predictions outside experiments stay until they are pruned.
-- One per reporter ('' is the fleet itself), so that a stranger's report cannot take the place of the owner's.
create table early_outcome (
    place            bigint           generated always as identity,
    prediction_id    uuid             not null,
    actual_return    double precision not null,
    actual_direction smallint         not null,
    profit           double precision,
    reported_by      text             not null,
    received_at      timestamptz      not null default now(),
    primary key (prediction_id, reported_by)
);
create index early_outcome_age on early_outcome using brin (received_at);

-- Sufficient statistics of an arm; batches only ever add to them.
create table arm (
    experiment_id         uuid             not null references experiment (id) on delete cascade,
    phase                 int              not null,
    variant               text             not null,
    units                 bigint           not null default 0,
    predictions           bigint           not null default 0,
    outcomes              bigint           not null default 0,
    judged                bigint           not null default 0,
    correct               bigint           not null default 0,
    profit_sum            double precision not null default 0,
    profit_sum_of_squares double precision not null default 0,
    primary key (experiment_id, phase, variant)
);
