-- Keys by which telephone systems log calls, and nothing else. The key itself is shown once and kept nowhere; of its use the day is kept,
-- not the time.
CREATE TABLE call_key (
    id       uuid  PRIMARY KEY,
    name     text  NOT NULL UNIQUE,
    hash     bytea NOT NULL UNIQUE,
    made_on  date  NOT NULL,
    used_on  date
);
ALTER TABLE call_key ALTER COLUMN hash SET STATISTICS 0;
