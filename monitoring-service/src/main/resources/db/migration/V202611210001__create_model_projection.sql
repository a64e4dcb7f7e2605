-- What monitoring must know of a model to answer for it, built from tradewind.models.
CREATE TABLE model_projection (
    model_id uuid PRIMARY KEY,
    owner    text   NOT NULL,
    name     text   NOT NULL,
    status   text   NOT NULL,
    revision bigint NOT NULL
);

CREATE INDEX model_projection_by_owner ON model_projection (owner, model_id);
