-- A discarded draft stays sealed where it is until its writer's session ends, so that it can be brought back.
ALTER TABLE draft ADD COLUMN discarded boolean NOT NULL DEFAULT false;

-- Files of a draft: name, type and exact size sealed in the body, the content in sealed pieces of 64 KiB.
CREATE TABLE draft_file (
    id        uuid PRIMARY KEY,
    ticket_id uuid NOT NULL,
    person_id uuid NOT NULL,
    rank      bigint GENERATED ALWAYS AS IDENTITY,
    wrap      bytea NOT NULL,
    body      bytea NOT NULL,
    FOREIGN KEY (ticket_id, person_id) REFERENCES draft ON DELETE CASCADE
);
ALTER TABLE draft_file
    ALTER COLUMN wrap SET STORAGE EXTERNAL,
    ALTER COLUMN body SET STORAGE EXTERNAL;
CREATE INDEX draft_file_by_draft ON draft_file (ticket_id, person_id);

CREATE TABLE draft_segment (
    file_id uuid NOT NULL REFERENCES draft_file ON DELETE CASCADE,
    index   integer NOT NULL,
    last    boolean NOT NULL,
    sealed  bytea NOT NULL,
    PRIMARY KEY (file_id, index)
);
ALTER TABLE draft_segment ALTER COLUMN sealed SET STORAGE EXTERNAL;
