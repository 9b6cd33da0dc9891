-- People who sign in. The root opens with the passphrase and the key store's pepper only.
CREATE TABLE person (
    id            uuid    PRIMARY KEY,
    name          text    NOT NULL UNIQUE,
    language      text    NOT NULL,
    -- roles beyond a team, separated by spaces; what someone may do in a team follows from the seals they hold
    roles         text    NOT NULL,
    salt          bytea   NOT NULL,
    argon2_memory integer NOT NULL,
    argon2_passes integer NOT NULL,
    argon2_lanes  integer NOT NULL,
    verifier      bytea   NOT NULL,
    sealed_root   bytea   NOT NULL,
    public_key    bytea   NOT NULL
);

CREATE TABLE team (
    id             uuid    PRIMARY KEY,
    name           text    NOT NULL UNIQUE,
    epoch          integer NOT NULL,
    -- whether the team keeps reading a ticket that is assigned to one of them
    everyone_reads boolean NOT NULL
);

-- The keys of a team and of its leads, new with each epoch of the team, and who belongs to it, authenticated by a key from the
-- team's root. A member holds a seal whose file is the team's reader id.
CREATE TABLE team_epoch (
    team         uuid    NOT NULL REFERENCES team,
    epoch        integer NOT NULL,
    team_reader  uuid    NOT NULL UNIQUE,
    team_key     bytea   NOT NULL,
    leads_reader uuid    NOT NULL UNIQUE,
    leads_key    bytea   NOT NULL,
    roster       bytea   NOT NULL,
    roster_code  bytea   NOT NULL,
    PRIMARY KEY (team, epoch)
);
