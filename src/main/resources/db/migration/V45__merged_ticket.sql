-- Tickets that were merged into another. When that one is erased, these are noted as erased with it: a copy of the database from
-- before the merging still has them. A row goes once that is noted.
CREATE TABLE merged_ticket (
    id        uuid PRIMARY KEY,
    ticket_id uuid NOT NULL
);
CREATE INDEX merged_ticket_by_ticket ON merged_ticket (ticket_id);
