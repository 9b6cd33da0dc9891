-- The words by which somebody who calls again is found: sealed into the ticket. What leads from them to the ticket is a keyed hash in lookup.
CREATE TABLE spoken_code (
    ticket_id uuid  PRIMARY KEY REFERENCES ticket (id) ON DELETE CASCADE,
    wrap      bytea NOT NULL,
    body      bytea NOT NULL
);
ALTER TABLE spoken_code
    ALTER COLUMN wrap SET STORAGE EXTERNAL,
    ALTER COLUMN wrap SET STATISTICS 0,
    ALTER COLUMN body SET STORAGE EXTERNAL,
    ALTER COLUMN body SET STATISTICS 0;
