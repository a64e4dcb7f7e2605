-- Events on their way to Kafka. Rows are deleted once the broker has them, so the table stays as small as the backlog.
create table outbox (
    id          bigint generated always as identity primary key,
    event_id    text        not null,
    event_type  text        not null,
    topic       text        not null,
    event_key   text        not null,
    body        text        not null,
    traceparent text,
    created_at  timestamptz not null default now()
) with (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);

-- How far each consumer group has come; changed in the transaction of what the events changed.
create table inbox_offset (
    consumer_group   text   not null,
    topic            text   not null,
    partition_number int    not null,
    next_offset      bigint not null,
    primary key (consumer_group, topic, partition_number)
);

-- Ids of events that were applied, so that one published twice has its effect once. Old rows are pruned.
create table inbox_event (
    consumer_group text        not null,
    event_id       text        not null,
    received_at    timestamptz not null default now(),
    primary key (consumer_group, event_id)
);
create index inbox_event_received_at on inbox_event using brin (received_at);

-- Answers to requests that may be sent again. Old rows are pruned.
create table idempotency_key (
    owner          text        not null,
    scope          text        not null,
    key            text        not null,
    request_digest text        not null,
    claimed_until  timestamptz not null,
    claim          uuid        not null,
    status         int,
    headers        text,
    body           text,
    created_at     timestamptz not null default now(),
    primary key (owner, scope, key)
);
create index idempotency_key_created_at on idempotency_key (created_at);
