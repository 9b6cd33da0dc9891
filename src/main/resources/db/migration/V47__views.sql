-- In which order a person last chose to see each folder.
CREATE TABLE list_order (
    person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    folder    text NOT NULL,
    sort      text NOT NULL,
    PRIMARY KEY (person_id, folder)
);

-- Lists that a person has named. A name may be a client's, and what somebody looks for says what they work on: sealed under the
-- person's own root.
CREATE TABLE saved_view (
    id        uuid    PRIMARY KEY,
    person_id uuid    NOT NULL REFERENCES person ON DELETE CASCADE,
    position  integer NOT NULL,
    wrap      bytea   NOT NULL,
    body      bytea   NOT NULL
);
ALTER TABLE saved_view
    ALTER COLUMN wrap SET STORAGE EXTERNAL,
    ALTER COLUMN body SET STORAGE EXTERNAL;
CREATE INDEX saved_view_by_person ON saved_view (person_id, position);

-- Where in the order of activity somebody was last here, so as to be shown what came since. A number, no time.
CREATE TABLE last_visit (
    person_id uuid   PRIMARY KEY REFERENCES person ON DELETE CASCADE,
    rank      bigint NOT NULL
);
