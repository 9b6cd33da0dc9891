-- A mail to somebody new that was begun and not sent: a sealed file of its own, whose root is sealed to its writer alone.
CREATE TABLE mail_draft (
    id        uuid  PRIMARY KEY,
    person_id uuid  NOT NULL UNIQUE,
    wrap      bytea NOT NULL,
    body      bytea NOT NULL,
    erase_on  date  NOT NULL
);
ALTER TABLE mail_draft
    ALTER COLUMN wrap SET STORAGE EXTERNAL,
    ALTER COLUMN body SET STORAGE EXTERNAL;
CREATE INDEX mail_draft_erase_on ON mail_draft (erase_on);
