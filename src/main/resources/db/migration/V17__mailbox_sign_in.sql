-- The refresh token by which a mailbox gets its access tokens, once the provider has replaced the one in the file.
CREATE TABLE refresh_token (
    mailbox text  PRIMARY KEY,
    sealed  bytea NOT NULL
);
ALTER TABLE refresh_token ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- When a mailbox was last looked through without a failure.
ALTER TABLE mailbox ADD COLUMN worked_at timestamptz CHECK (worked_at = date_trunc('hour', worked_at));
