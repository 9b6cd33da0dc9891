-- A team's recovery key pair: the private half is on paper, in three shares of which two are needed. Seals to its reader hold the
-- roots of the team's epochs. Who has the shares is sealed, as they need not belong to the staff.
CREATE TABLE team_recovery (
    team       uuid    PRIMARY KEY REFERENCES team,
    number     integer NOT NULL,
    reader     uuid    NOT NULL UNIQUE,
    public_key bytea   NOT NULL,
    made_on    date    NOT NULL,
    holders    bytea   NOT NULL,
    used       boolean NOT NULL
);
ALTER TABLE team_recovery
    ALTER COLUMN public_key SET STORAGE EXTERNAL,
    ALTER COLUMN holders SET STORAGE EXTERNAL;

-- Whom two shares admitted as a lead, and who typed them in.
CREATE TABLE team_recovered (
    id     uuid PRIMARY KEY,
    team   uuid NOT NULL REFERENCES team,
    lead   uuid NOT NULL,
    by     uuid NOT NULL,
    on_day date NOT NULL
);
CREATE INDEX team_recovered_team ON team_recovered (team);

-- Members who have not said yet that they know of a recovery.
CREATE TABLE recovery_notice (
    recovered uuid NOT NULL REFERENCES team_recovered ON DELETE CASCADE,
    person    uuid NOT NULL,
    PRIMARY KEY (recovered, person)
);
CREATE INDEX recovery_notice_person ON recovery_notice (person);
