-- What a person wants to be called; null: as they sign in.
ALTER TABLE person ADD COLUMN display_name bytea;
ALTER TABLE person ALTER COLUMN display_name SET STORAGE EXTERNAL;
-- Since when a person may not sign in; null where they may.
ALTER TABLE person ADD COLUMN blocked_on date;

-- Somebody who was invited and has not come yet.
CREATE TABLE invitation (
    id           uuid        PRIMARY KEY,
    -- keyed hash of the link's token
    link         uuid        NOT NULL UNIQUE,
    name         text        NOT NULL UNIQUE,
    display_name bytea       NOT NULL,
    roles        text        NOT NULL,
    expires_at   timestamptz NOT NULL
);
ALTER TABLE invitation ALTER COLUMN display_name SET STORAGE EXTERNAL;
