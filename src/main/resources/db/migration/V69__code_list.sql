-- Code lists that were changed in the console, each version whole and in clear: they describe no client. What was never changed is read
-- from the files that come with the program.
CREATE TABLE code_list (
    list     text        NOT NULL,
    version  integer     NOT NULL CHECK (version > 1),
    content  text        NOT NULL,
    saved_at timestamptz NOT NULL,
    saved_by text        NOT NULL,
    PRIMARY KEY (list, version)
);
