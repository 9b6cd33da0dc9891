-- The shared secret of a person's one-time codes (RFC 6238) and the last step whose code was taken: each is taken once.
CREATE TABLE one_time_code (
    person_id uuid   PRIMARY KEY REFERENCES person,
    secret    bytea  NOT NULL,
    last_step bigint NOT NULL
);
ALTER TABLE one_time_code ALTER COLUMN secret SET STORAGE EXTERNAL;

-- What stands in for a lost device, once each: keyed hashes.
CREATE TABLE recovery_code (
    person_id uuid NOT NULL REFERENCES person,
    code      uuid NOT NULL,
    PRIMARY KEY (person_id, code)
);
