-- A call that somebody is in: a sealed file of its own, whose root is sealed to who took the call and to nobody else.
CREATE TABLE call_draft (
    id        uuid  PRIMARY KEY,
    person_id uuid  NOT NULL,
    wrap      bytea NOT NULL,
    body      bytea NOT NULL,
    erase_on  date  NOT NULL
);
ALTER TABLE call_draft
    ALTER COLUMN wrap SET STORAGE EXTERNAL,
    ALTER COLUMN wrap SET STATISTICS 0,
    ALTER COLUMN body SET STORAGE EXTERNAL,
    ALTER COLUMN body SET STATISTICS 0;
CREATE INDEX call_draft_person ON call_draft (person_id);
CREATE INDEX call_draft_erase_on ON call_draft (erase_on);
