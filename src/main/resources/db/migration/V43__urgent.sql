-- Leads are told at once that something urgent waits, in quiet hours too; no more often than every quarter of an hour.
ALTER TABLE notification
    ADD COLUMN urgent            boolean     NOT NULL DEFAULT false,
    ADD COLUMN urgent_not_before timestamptz NOT NULL DEFAULT 'epoch'; -- rounded up to a quarter of an hour
DROP INDEX notification_waiting;
CREATE INDEX notification_waiting ON notification (not_before) WHERE waiting OR urgent;
