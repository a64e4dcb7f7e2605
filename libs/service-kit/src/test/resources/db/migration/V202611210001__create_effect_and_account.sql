create table effect (
    id          bigint generated always as identity primary key,
    consumer    text not null,
    prediction  uuid not null,
    trade       text not null
);
create table account (
    id      uuid primary key,
    balance int not null
);
