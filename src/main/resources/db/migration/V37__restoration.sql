-- When this database was put back from an archive. The start that follows gives up what lay in the outbox and writes the audit line.
CREATE TABLE restoration (
    at          timestamptz PRIMARY KEY,
    archived_at timestamptz NOT NULL,
    settled     boolean     NOT NULL DEFAULT false
);
