-- One row per model. Its deployment lives in the row too: whoever changes either locks this row first.
create table model (
  id uuid primary key,
  owner text not null,
  name text not null,
  architecture text not null,
  task text not null,
  -- varchar, as Hibernate casts what it compares arrays with.
  symbols varchar[] not null,
  timeframe text,
  description text not null,
  config jsonb not null,
  tags varchar[] not null,
  status text not null check (status in ('DRAFT', 'TRAINING', 'READY', 'ACTIVE', 'ARCHIVED', 'DELETED')),
  revision bigint not null check (revision >= 1),
  last_version integer not null check (last_version >= 0),
  latest_ready_version integer,
  running_jobs uuid[] not null,
  deployment_status text not null check (deployment_status in ('NONE', 'DEPLOYING', 'ACTIVE', 'FAILED')),
  deployment_revision bigint not null check (deployment_revision >= 0),
  target_version integer,
  target_digest text,
  active_version integer,
  active_digest text,
  deployment_reason text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create unique index model_name_of_owner on model (owner, name) where status <> 'DELETED';
create index model_newest_of_owner on model (owner, created_at desc, id desc) where status <> 'DELETED';
create index model_newest on model (created_at desc, id desc) where status <> 'DELETED';
create index model_symbols on model using gin (symbols);
-- Every heartbeat of a replica asks for these.
create index model_unsettled on model (id) where deployment_status in ('DEPLOYING', 'FAILED');

create table version (
  model_id uuid not null references model (id),
  number integer not null check (number >= 1),
  status text not null check (status in ('PENDING', 'READY', 'FAILED')),
  reason text,
  description text not null,
  training_job_id uuid,
  bundle_digest text,
  size_bytes bigint not null check (size_bytes >= 0),
  manifest jsonb,
  evaluation jsonb,
  -- Names the request that created it, so that a request sent again finds it.
  creation_id uuid not null,
  created_by text not null,
  created_at timestamptz not null,
  completed_at timestamptz,
  primary key (model_id, number),
  unique (model_id, creation_id),
  check (status <> 'READY' or (bundle_digest is not null and manifest is not null)),
  check (status <> 'FAILED' or reason is not null)
);

create index version_pending on version (created_at) where status = 'PENDING';

create table version_file (
  model_id uuid not null,
  version integer not null,
  name text not null,
  sha256 text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  uploaded_at timestamptz not null,
  primary key (model_id, version, name),
  foreign key (model_id, version) references version (model_id, number)
);
