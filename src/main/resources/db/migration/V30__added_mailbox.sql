-- A mailbox that was added in the console: what is otherwise in the settings, its password too.
CREATE TABLE added_mailbox (
    address  text  PRIMARY KEY,
    settings bytea NOT NULL
);
ALTER TABLE added_mailbox ALTER COLUMN settings SET STORAGE EXTERNAL;
