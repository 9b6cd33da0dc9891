-- A right that begins or ends by itself: outside these times a seal is not used. What has ended is removed by a job.
ALTER TABLE seal ADD COLUMN during tstzmultirange NOT NULL DEFAULT '{(,)}';
CREATE INDEX seal_ending ON seal (upper(during)) WHERE NOT upper_inf(during);

-- People beside those who are responsible, until a time: who reads along, and why. Their seals follow from this.
CREATE TABLE co_reader (
    ticket_id uuid        NOT NULL REFERENCES ticket ON DELETE CASCADE,
    person_id uuid        NOT NULL,
    -- moved: who has just handed the ticket to another team and may still take it back
    reason    text        NOT NULL CHECK (reason IN ('SECOND', 'DEPUTY', 'ASKED', 'MOVED')),
    ends_at   timestamptz NOT NULL,
    PRIMARY KEY (ticket_id, person_id)
);
CREATE INDEX co_reader_ending ON co_reader (ends_at);

-- Planned absences: the deputy reads what is assigned to the person in this team, from one time to the other.
CREATE TABLE absence (
    person_id uuid        NOT NULL,
    team_id   uuid        NOT NULL,
    deputy_id uuid        NOT NULL CHECK (deputy_id <> person_id),
    starts_at timestamptz NOT NULL,
    ends_at   timestamptz NOT NULL CHECK (ends_at > starts_at),
    PRIMARY KEY (person_id, team_id)
);
CREATE INDEX absence_ending ON absence (ends_at);
