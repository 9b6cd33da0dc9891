-- Accounts that were reset and whose person has not come back yet: a keyed hash of the link's token.
CREATE TABLE account_reset (
    person_id  uuid        PRIMARY KEY REFERENCES person,
    link       uuid        NOT NULL UNIQUE,
    expires_at timestamptz NOT NULL
);
