-- What a team has set for its work; a team without a row works by the settings. Nothing here is a client's.
CREATE TABLE team_rule (
    team         uuid     PRIMARY KEY REFERENCES team ON DELETE CASCADE,
    allocation   text     NOT NULL CHECK (allocation IN ('OFF', 'PROPOSAL', 'AUTOMATIC')),
    answer_hours smallint NOT NULL CHECK (answer_hours BETWEEN 1 AND 400),
    warn_hours   smallint NOT NULL CHECK (warn_hours BETWEEN 1 AND 400),
    hours        text     NOT NULL -- as opening_hours of OpenStreetMap
);

-- Until when the client is to have an answer, a full hour; and for which of these hours the leads were told.
ALTER TABLE ticket
    ADD COLUMN answer_by     timestamptz,
    ADD COLUMN escalated_for timestamptz;
CREATE INDEX ticket_answer_by ON ticket (answer_by) WHERE answer_by IS NOT NULL;
