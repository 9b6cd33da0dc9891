-- Which reader may open which sealed file: the file's root, sealed to the reader, sealed again under an epoch. A file is
-- anything that has a root: a ticket, a quarantined mail, a team.
CREATE TABLE seal (
    file   uuid    NOT NULL,
    reader uuid    NOT NULL,
    epoch  integer NOT NULL,
    sealed bytea   NOT NULL,
    PRIMARY KEY (file, reader)
);
ALTER TABLE seal ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE INDEX seal_reader ON seal (reader);
CREATE INDEX seal_epoch ON seal (epoch);

-- Keyed hashes that find a file or an item; the epoch's key is replaced every week.
CREATE TABLE lookup (
    label smallint NOT NULL,
    value bytea    NOT NULL CHECK (octet_length(value) = 16),
    epoch integer  NOT NULL,
    file  uuid     NOT NULL,
    item  uuid     NOT NULL,
    scope uuid
);
CREATE INDEX lookup_value ON lookup (value);
CREATE INDEX lookup_file ON lookup (file);
CREATE INDEX lookup_item ON lookup (item);
CREATE INDEX lookup_epoch ON lookup (epoch);
-- Label 3 is a mail's identity and scope its mailbox: one mail is taken once.
CREATE UNIQUE INDEX lookup_identity ON lookup (scope, value) WHERE label = 3;

-- One row: which key store this database belongs to, and the epoch all seals and lookups are under.
CREATE TABLE epoch_state (
    one        boolean     PRIMARY KEY DEFAULT true CHECK (one),
    key_store  uuid        NOT NULL,
    generation bigint      NOT NULL,
    epoch      integer     NOT NULL,
    last_run   timestamptz NOT NULL
);
