-- A team whose replies all need a second reader, and people in it whose replies do.
CREATE TABLE second_reader_team (
    team_id uuid PRIMARY KEY
);
CREATE TABLE trainee (
    team_id   uuid NOT NULL,
    person_id uuid NOT NULL,
    PRIMARY KEY (team_id, person_id)
);

-- In which team a draft waits for its second reader: where its ticket has moved on, it is a draft again.
ALTER TABLE draft ADD COLUMN for_team uuid;
CREATE INDEX draft_waiting ON draft (ticket_id) WHERE for_team IS NOT NULL;
