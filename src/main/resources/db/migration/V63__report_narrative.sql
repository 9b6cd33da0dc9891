-- What people make of the numbers, written to be published (ADR 47).
CREATE TABLE report_narrative (
    period          text        NOT NULL,
    number          integer     NOT NULL,
    needs           text        NOT NULL,
    recommendations text        NOT NULL,
    written_by      text        NOT NULL,
    written_at      timestamptz NOT NULL,
    PRIMARY KEY (period, number)
);
