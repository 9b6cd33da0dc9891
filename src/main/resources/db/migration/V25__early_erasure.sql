-- Teams in which two people have to agree before a ticket is erased ahead of its day.
CREATE TABLE erasure_by_two (
    team_id uuid PRIMARY KEY
);

-- Who wants a ticket erased, until another agrees.
CREATE TABLE erasure_request (
    ticket_id uuid PRIMARY KEY REFERENCES ticket ON DELETE CASCADE,
    person_id uuid NOT NULL
);
