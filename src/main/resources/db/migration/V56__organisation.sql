-- Places that clients can be referred to. Nothing in here is of a client.
CREATE TABLE organisation (
    id         uuid    PRIMARY KEY,
    version    bigint  NOT NULL,
    name       text    NOT NULL,
    kind       text    NOT NULL,
    town       text    NOT NULL,
    street     text    NOT NULL,
    regions    text[]  NOT NULL,
    services   text[]  NOT NULL,
    languages  text[]  NOT NULL,
    audience   text    NOT NULL,
    hours      text    NOT NULL, -- as OpenStreetMap's opening_hours writes simple ones
    phone      text    NOT NULL,
    mail       text    NOT NULL,
    web        text    NOT NULL,
    access     text    NOT NULL,
    free       boolean NOT NULL,
    anonymous  boolean NOT NULL,
    walk_in    boolean NOT NULL,
    note       text    NOT NULL,
    checked_on date    NOT NULL
);
CREATE UNIQUE INDEX organisation_name ON organisation (lower(name), lower(town));
