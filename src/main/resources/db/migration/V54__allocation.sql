-- Whom intake may seal a team's new tickets to, as a member of the team wrote it; the code is under a key of the key store.
CREATE TABLE team_circle (
    team    uuid  PRIMARY KEY REFERENCES team ON DELETE CASCADE,
    members bytea NOT NULL,
    code    bytea NOT NULL CHECK (octet_length(code) = 32)
);
ALTER TABLE team_circle ALTER COLUMN members SET STORAGE EXTERNAL;

-- In which languages a person counsels, on which days of the week (bit 0 is Monday) and of which topics they know most.
CREATE TABLE work_profile (
    person    uuid     PRIMARY KEY,
    languages text     NOT NULL, -- BCP 47, blanks between them
    days      smallint NOT NULL CHECK (days BETWEEN 0 AND 127),
    topics    text     NOT NULL  -- keys of the code list, blanks between them
);

-- Since when a person is among those whose turn it can be, and when it was their turn last: a number in the order of the team's turns.
CREATE TABLE allocation_turn (
    team   uuid   NOT NULL,
    person uuid   NOT NULL,
    since  date   NOT NULL,
    turn   bigint NOT NULL,
    PRIMARY KEY (team, person)
);

-- Who is proposed for a ticket that nobody is responsible for.
ALTER TABLE ticket ADD COLUMN proposed_id uuid;
CREATE INDEX ticket_proposed ON ticket (proposed_id) WHERE proposed_id IS NOT NULL;
