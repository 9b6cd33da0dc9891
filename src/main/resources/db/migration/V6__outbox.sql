-- Replies on their way to SMTP. A row goes as soon as its mail is taken or given up.
CREATE TABLE outbox (
    id              uuid        PRIMARY KEY, -- the message in the ticket
    ticket_id       uuid        NOT NULL,
    mailbox         text        NOT NULL,    -- our own address that sends
    state           text        NOT NULL CHECK (state IN ('held', 'waiting', 'claimed')),
    owner           uuid,                    -- of the claim, new for each one
    lease_until     timestamptz,
    not_before      timestamptz NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    attempts        integer     NOT NULL DEFAULT 0,
    final_dots      smallint    NOT NULL DEFAULT 0, -- sent or about to be sent, without a definite answer
    dispatch_key    integer     NOT NULL,
    sealed          bytea       NOT NULL,    -- receiver and bytes
    CHECK ((state = 'claimed') = (owner IS NOT NULL)),
    CHECK ((state = 'claimed') = (lease_until IS NOT NULL))
);
ALTER TABLE outbox ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE INDEX outbox_next_attempt ON outbox (next_attempt_at);
