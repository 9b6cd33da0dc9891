-- Each line names the hash of the one before and carries a code under a key of the key store, so that none can be changed, left
-- out or put in. Lines of before had neither and can get neither: whoever wrote them in the database alone could not be told.
DELETE FROM audit_line;
DROP INDEX audit_line_at;
ALTER TABLE audit_line
    DROP CONSTRAINT audit_line_pkey,
    DROP COLUMN id,
    ADD COLUMN position bigint PRIMARY KEY,
    ADD COLUMN previous bytea  NOT NULL CHECK (octet_length(previous) = 32),
    ADD COLUMN code     bytea  NOT NULL CHECK (octet_length(code) = 32);

-- Where the chain begins since lines of more than 12 months went, and when that was last looked at.
CREATE TABLE audit_start (
    one      boolean     PRIMARY KEY DEFAULT true CHECK (one),
    position bigint      NOT NULL,
    previous bytea       NOT NULL CHECK (octet_length(previous) = 32),
    code     bytea       NOT NULL CHECK (octet_length(code) = 32),
    last_run timestamptz NOT NULL
);
