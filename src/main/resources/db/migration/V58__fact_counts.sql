-- What is left of facts for good: how often each combination of at most three attributes of one table of the report came up in a month.
-- A count has no day, no id and no order of arrival; the table is written anew, in random order, whenever facts are added.
CREATE TABLE fact_count (
    report_table text NOT NULL,
    -- Its first day.
    month date NOT NULL CHECK (date_trunc('month', month) = month),
    -- Empty where the table has fewer attributes.
    first text NOT NULL,
    second text NOT NULL,
    third text NOT NULL,
    number bigint NOT NULL CHECK (number > 0),
    PRIMARY KEY (report_table, month, first, second, third)
);
