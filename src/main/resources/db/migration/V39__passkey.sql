-- Passkeys (Web Authentication) of people of staff, as a second factor besides the passphrase.
CREATE TABLE passkey (
    id         uuid  PRIMARY KEY,
    person_id  uuid  NOT NULL REFERENCES person ON DELETE CASCADE,
    credential uuid  NOT NULL UNIQUE, -- keyed hash of the credential's id
    sealed     bytea NOT NULL,        -- the credential's id, public key and counter, and what its person calls it
    added_on   date  NOT NULL
);
ALTER TABLE passkey ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE INDEX passkey_person ON passkey (person_id);
