-- Who did what to keys and people. No client, no ticket.
CREATE TABLE audit_line (
    id      uuid        PRIMARY KEY,
    at      timestamptz NOT NULL,
    act     text        NOT NULL,
    actor   uuid        NOT NULL,
    subject uuid        NOT NULL
);
CREATE INDEX audit_line_at ON audit_line (at);
