-- When facts were last looked through, to compare clocks with.
CREATE TABLE fact_move (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    last_run timestamptz NOT NULL
);
