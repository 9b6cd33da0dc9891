-- A mailbox, what was chosen at the first connection, and what has come of its mails.
CREATE TABLE mailbox (
    id            uuid    PRIMARY KEY,
    address       text    NOT NULL UNIQUE,
    uid_validity  bigint  NOT NULL,
    connected_on  date    NOT NULL,
    -- how many mails lay there at the first connection, and the highest UID then
    found         bigint  NOT NULL,
    found_to      bigint  NOT NULL,
    -- null until someone has chosen: nothing is touched before
    first_contact text    CHECK (first_contact IN ('all', 'new', 'since')),
    since         date    CHECK ((first_contact = 'since') = (since IS NOT NULL)),
    fetched       bigint  NOT NULL DEFAULT 0,
    stored        bigint  NOT NULL DEFAULT 0,
    duplicates    bigint  NOT NULL DEFAULT 0,
    quarantined   bigint  NOT NULL DEFAULT 0
);

-- Mails that are stored here and may still lie on their server, by UIDVALIDITY and UID (RFC 9051, 2.3.1.1). A row whose mail is
-- gone keeps the mail's identity (a lookup whose item is this row) for 30 days more. Nothing leads from here to a ticket.
CREATE TABLE taken_mail (
    id           uuid   PRIMARY KEY,
    mailbox_id   uuid   NOT NULL REFERENCES mailbox,
    uid_validity bigint NOT NULL,
    uid          bigint NOT NULL,
    -- null: at once
    expunge_at   timestamptz CHECK (expunge_at = date_trunc('hour', expunge_at)),
    gone_on      date,
    UNIQUE (mailbox_id, uid_validity, uid)
);
CREATE INDEX taken_mail_there ON taken_mail (mailbox_id, uid_validity) WHERE gone_on IS NULL;
CREATE INDEX taken_mail_gone ON taken_mail (gone_on) WHERE gone_on IS NOT NULL;

-- Mails that could not be understood, each a sealed file of its own whose root is sealed to the leads alone.
CREATE TABLE quarantine (
    id         uuid    PRIMARY KEY,
    team_id    uuid    NOT NULL,
    mailbox    text    NOT NULL,
    reason     text    NOT NULL,
    arrived_on date    NOT NULL,
    erase_on   date    NOT NULL,
    -- bytes, rounded up to a power of two
    size_class bigint  NOT NULL,
    wrap       bytea   NOT NULL
);
ALTER TABLE quarantine ALTER COLUMN wrap SET STORAGE EXTERNAL;
CREATE INDEX quarantine_erase_on ON quarantine (erase_on);

CREATE TABLE quarantine_segment (
    quarantine_id uuid    NOT NULL REFERENCES quarantine ON DELETE CASCADE,
    index         integer NOT NULL,
    last          boolean NOT NULL,
    sealed        bytea   NOT NULL,
    PRIMARY KEY (quarantine_id, index)
);
ALTER TABLE quarantine_segment ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- When quarantine and identities were last cleared of what is due.
CREATE TABLE mailbox_expiry (
    one      boolean     PRIMARY KEY DEFAULT true CHECK (one),
    last_run timestamptz NOT NULL
);
