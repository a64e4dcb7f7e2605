-- What replicas loaded, failed to load and unloaded. Written after the fact and pruned by age: serving never reads it.
create table load_record (
    id                  bigint generated always as identity primary key,
    replica_id          text        not null,
    model_id            uuid        not null,
    version             int         not null,
    deployment_revision bigint,
    outcome             text        not null,
    load_millis         bigint,
    reason              text,
    occurred_at         timestamptz not null
);
create index load_record_model on load_record (model_id, id desc);
create index load_record_occurred_at on load_record using brin (occurred_at);
