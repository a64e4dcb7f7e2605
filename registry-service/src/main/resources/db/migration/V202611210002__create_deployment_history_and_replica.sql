create table deployment_history (
  id bigint generated always as identity primary key,
  model_id uuid not null references model (id),
  revision bigint not null,
  step text not null check (step in ('REQUESTED', 'ACTIVE', 'FAILED', 'WITHDRAWN')),
  cause text not null check (cause in ('DEPLOY', 'ROLLBACK', 'UNDEPLOY', 'ARCHIVE')),
  version integer,
  previous_version integer,
  actor text not null,
  reason text,
  gates_overridden boolean not null,
  failed_checks jsonb not null,
  at timestamptz not null
);

create index deployment_history_of_model on deployment_history (model_id, id desc);

-- Inference replicas as their heartbeats describe them.
create table replica (
  id text primary key,
  seen_at timestamptz not null,
  heartbeat_millis bigint not null check (heartbeat_millis > 0)
);

create table replica_serving (
  replica_id text not null references replica (id) on delete cascade,
  model_id uuid not null,
  version integer not null,
  primary key (replica_id, model_id, version)
);

create index replica_serving_model on replica_serving (model_id);
