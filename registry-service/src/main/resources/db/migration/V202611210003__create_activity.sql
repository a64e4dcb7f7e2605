create table activity (
  id bigint generated always as identity primary key,
  model_id uuid not null references model (id),
  revision bigint not null,
  action text not null,
  actor text not null,
  version integer,
  reason text,
  before jsonb not null,
  after jsonb not null,
  at timestamptz not null
);

create index activity_of_model on activity (model_id, id desc);

-- What was done stays as it was written, whoever asks.
create function refuse_rewriting_history() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end;
$$;

create trigger activity_append_only before update or delete on activity
  for each row execute function refuse_rewriting_history();
create trigger deployment_history_append_only before update or delete on deployment_history
  for each row execute function refuse_rewriting_history();
