-- Facts that wait to be moved into the statistics: sealed, all of one size, without an id. Nothing leads from a row to a call,
-- a ticket or a person.
CREATE TABLE fact_staged (
    sealed bytea NOT NULL
);
ALTER TABLE fact_staged ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- Requests that were carried out, so that one sent twice is counted once: a keyed hash in the form of a random id.
CREATE TABLE call_receipt (
    id uuid PRIMARY KEY
);
