-- What a sheet for the file says of a ticket that people ended before its day. It names no ticket, authenticates itself under a key of
-- the key store, and goes with its line of the audit trail.
CREATE TABLE erasure_proof (
    position   bigint  PRIMARY KEY REFERENCES audit_line ON DELETE CASCADE,
    ground     text    NOT NULL,
    asked      uuid,
    epoch      integer NOT NULL,
    received   bigint  NOT NULL,
    sent       bigint  NOT NULL,
    notes      bigint  NOT NULL,
    calls      bigint  NOT NULL,
    events     bigint  NOT NULL,
    unreadable bigint  NOT NULL,
    files      bigint  NOT NULL,
    drafts     bigint  NOT NULL,
    code       bytea   NOT NULL CHECK (octet_length(code) = 32)
);

-- Why somebody wants a ticket erased, until another agrees.
ALTER TABLE erasure_request ADD COLUMN ground text NOT NULL DEFAULT 'NOT_NEEDED';
ALTER TABLE erasure_request ALTER COLUMN ground DROP DEFAULT;
