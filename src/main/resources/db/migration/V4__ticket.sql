-- Tickets. In clear stand random ids, the state that folders and counters need, day of arrival, order, due time (full hours) and
-- erasure day. All that a client or counsellor said, and every exact time, is in the sealed columns.

CREATE SEQUENCE ticket_rank;

CREATE TABLE ticket (
    id           uuid PRIMARY KEY,
    team_id      uuid NOT NULL,
    mailbox      text,
    channel      text NOT NULL CHECK (channel IN ('MAIL', 'PHONE')),
    status       text NOT NULL CHECK (status IN ('OPEN', 'WAITING', 'CLOSED')),
    assignee_id  uuid,
    language     text NOT NULL,
    urgent       boolean NOT NULL,
    spam         boolean NOT NULL,
    arrived_on   date NOT NULL,
    rank         bigint NOT NULL,
    due_at       timestamptz CHECK (due_at = date_trunc('hour', due_at)),
    erase_on     date,
    version      bigint NOT NULL,
    public_key   bytea NOT NULL,
    summary_wrap bytea NOT NULL,
    summary      bytea NOT NULL
);
ALTER TABLE ticket
    ALTER COLUMN public_key SET STORAGE EXTERNAL,
    ALTER COLUMN summary_wrap SET STORAGE EXTERNAL,
    ALTER COLUMN summary SET STORAGE EXTERNAL;
CREATE INDEX ticket_by_rank ON ticket (rank DESC);
CREATE INDEX ticket_by_assignee ON ticket (assignee_id) WHERE assignee_id IS NOT NULL;

-- One entry of a timeline: message, note, call or event; which of them is sealed. A head is what the summary does not know yet.
CREATE TABLE ticket_item (
    id            uuid PRIMARY KEY,
    ticket_id     uuid NOT NULL REFERENCES ticket ON DELETE CASCADE,
    rank          bigint NOT NULL,
    wrap          bytea NOT NULL,
    head          bytea,
    body          bytea NOT NULL,
    delivery      text CHECK (delivery IN ('HELD', 'SENDING', 'SENT', 'FAILED', 'UNDELIVERED')),
    perhaps_twice boolean NOT NULL
);
ALTER TABLE ticket_item
    ALTER COLUMN wrap SET STORAGE EXTERNAL,
    ALTER COLUMN head SET STORAGE EXTERNAL,
    ALTER COLUMN body SET STORAGE EXTERNAL;
CREATE INDEX ticket_item_by_ticket ON ticket_item (ticket_id, rank);
CREATE INDEX ticket_item_unfolded ON ticket_item (ticket_id) WHERE head IS NOT NULL;

-- Files of messages in sealed pieces of 64 KiB; name, type and exact size are sealed in the message.
CREATE TABLE attachment_segment (
    attachment_id uuid NOT NULL,
    index         integer NOT NULL,
    ticket_id     uuid NOT NULL REFERENCES ticket ON DELETE CASCADE,
    item_id       uuid NOT NULL REFERENCES ticket_item ON DELETE CASCADE,
    last          boolean NOT NULL,
    sealed        bytea NOT NULL,
    PRIMARY KEY (attachment_id, index)
);
ALTER TABLE attachment_segment ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE INDEX attachment_segment_by_ticket ON attachment_segment (ticket_id);
CREATE INDEX attachment_segment_by_item ON attachment_segment (item_id);

-- A person's unsent text, an item of the ticket's sealed file.
CREATE TABLE draft (
    ticket_id uuid NOT NULL REFERENCES ticket ON DELETE CASCADE,
    person_id uuid NOT NULL,
    item_id   uuid NOT NULL,
    wrap      bytea NOT NULL,
    body      bytea NOT NULL,
    PRIMARY KEY (ticket_id, person_id)
);
ALTER TABLE draft
    ALTER COLUMN wrap SET STORAGE EXTERNAL,
    ALTER COLUMN body SET STORAGE EXTERNAL;

-- The version of a ticket that a person has seen.
CREATE TABLE read_mark (
    ticket_id uuid NOT NULL REFERENCES ticket ON DELETE CASCADE,
    person_id uuid NOT NULL,
    seen      bigint NOT NULL,
    PRIMARY KEY (ticket_id, person_id)
);
