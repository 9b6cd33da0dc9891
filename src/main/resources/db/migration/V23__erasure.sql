-- What was erased since the audit trail was told, by kind of sealed file: counted in the transaction that erases.
CREATE TABLE erasure_count (
    kind   text   PRIMARY KEY,
    number bigint NOT NULL
);
