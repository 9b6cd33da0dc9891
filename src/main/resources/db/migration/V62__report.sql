-- The key of the lots by which counts are rounded (ADR 46). It protects what is published from those who see nothing else; whoever
-- reads this database has the true counts beside it.
CREATE TABLE report_seed (seed uuid NOT NULL);
INSERT INTO report_seed (seed) VALUES (gen_random_uuid());

-- The rounded counts of a quarter that stands in a released report: from then on they stay as they are, so that no count is
-- published twice, rounded differently.
CREATE TABLE report_quarter (
    quarter text PRIMARY KEY,
    counts  text NOT NULL
);

-- A released report as it was read, whatever becomes of facts and code lists.
CREATE TABLE report_release (
    period       text        NOT NULL,
    version      integer     NOT NULL,
    content      text        NOT NULL,
    released_at  timestamptz NOT NULL,
    released_by  text        NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_by text,
    PRIMARY KEY (period, version)
);
CREATE UNIQUE INDEX report_released ON report_release (period) WHERE withdrawn_at IS NULL;
