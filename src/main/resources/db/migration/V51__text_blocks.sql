-- Text blocks and links that teams share hold nothing of a client and stand in clear.
CREATE TABLE team_block (
    id       uuid PRIMARY KEY,
    team_id  uuid NOT NULL,
    prefix   text NOT NULL,
    language text NOT NULL,
    title    text NOT NULL,
    body     text NOT NULL,
    UNIQUE (team_id, prefix, language)
);

CREATE TABLE portal_link (
    id       uuid PRIMARY KEY,
    team_id  uuid NOT NULL,
    language text NOT NULL,
    title    text NOT NULL,
    url      text NOT NULL CHECK (url LIKE 'https://%'),
    UNIQUE (team_id, url, language)
);

-- A person's own blocks: a sealed file that opens for that person alone.
CREATE TABLE own_blocks (
    id        uuid PRIMARY KEY,
    person_id uuid NOT NULL UNIQUE,
    wrap      bytea NOT NULL,
    body      bytea NOT NULL
);
ALTER TABLE own_blocks
    ALTER COLUMN wrap SET STORAGE EXTERNAL,
    ALTER COLUMN body SET STORAGE EXTERNAL;
