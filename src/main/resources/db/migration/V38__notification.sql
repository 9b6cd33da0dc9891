-- Where and when a person is told by mail that something waits. No ticket, no count, no time of a mail: that something waits is all.
CREATE TABLE notification (
    person     uuid     PRIMARY KEY REFERENCES person ON DELETE CASCADE,
    pace       text     NOT NULL DEFAULT 'OFF' CHECK (pace IN ('OFF', 'AT_ONCE', 'HOURLY', 'DAILY')),
    whole_team boolean  NOT NULL DEFAULT false,
    -- full hours in the time of Berlin; equal ones are no quiet time
    quiet_from smallint NOT NULL DEFAULT 20 CHECK (quiet_from BETWEEN 0 AND 23),
    quiet_to   smallint NOT NULL DEFAULT 7 CHECK (quiet_to BETWEEN 0 AND 23),
    address    bytea,             -- confirmed
    pending    bytea,             -- an address, its code, and until when the code holds
    attempts   smallint NOT NULL DEFAULT 0,
    codes      smallint NOT NULL DEFAULT 0,
    codes_on   date     NOT NULL,
    waiting    boolean  NOT NULL DEFAULT false,
    not_before timestamptz NOT NULL -- rounded up to a quarter of an hour
);
ALTER TABLE notification ALTER COLUMN address SET STORAGE EXTERNAL;
ALTER TABLE notification ALTER COLUMN pending SET STORAGE EXTERNAL;
CREATE INDEX notification_waiting ON notification (not_before) WHERE waiting;
