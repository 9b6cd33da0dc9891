-- Who has got an acknowledgement today: keyed hashes of addresses under the day's dispatch key, which is in the key store and
-- destroyed within 72 hours. Rows go when the day is over. Nothing leads from here to a ticket or a mailbox.
CREATE TABLE acknowledged (
    dispatch_key integer NOT NULL,
    value        bytea   NOT NULL,
    PRIMARY KEY (dispatch_key, value)
);

-- How many acknowledgements a mailbox sent and withheld by the hour, for its bound; a row goes after two days.
CREATE TABLE acknowledgement_count (
    mailbox  text        NOT NULL, -- its address
    hour     timestamptz NOT NULL CHECK (hour = date_trunc('hour', hour)),
    sent     integer     NOT NULL DEFAULT 0,
    withheld integer     NOT NULL DEFAULT 0,
    PRIMARY KEY (mailbox, hour)
);
