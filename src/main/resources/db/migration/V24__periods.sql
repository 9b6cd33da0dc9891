-- How many days the tickets of a mailbox are kept; where there is no row, the usual ones hold. By an administrator.
CREATE TABLE retention_policy (
    mailbox       text    PRIMARY KEY,
    after_closing integer NOT NULL CHECK (after_closing > 0),
    after_contact integer NOT NULL CHECK (after_contact > 0),
    spam          integer NOT NULL CHECK (spam > 0),
    entry         integer NOT NULL CHECK (entry > 0)
);

-- What the day of erasure is counted from, so that it can be counted anew when periods change. The days of closing and of the
-- last contact follow from the day of erasure for whoever knows the periods, so that they say nothing more.
ALTER TABLE ticket
    ADD COLUMN contact_on date,
    ADD COLUMN ended_on   date,
    ADD COLUMN kept_until date;
UPDATE ticket SET
    ended_on = CASE WHEN spam THEN erase_on - 14 WHEN status = 'CLOSED' THEN erase_on - 30 END,
    contact_on = CASE WHEN spam THEN erase_on - 14 WHEN status = 'CLOSED' THEN erase_on - 30 ELSE erase_on - 90 END;
UPDATE ticket SET contact_on = arrived_on WHERE contact_on IS NULL;
ALTER TABLE ticket ALTER COLUMN contact_on SET NOT NULL;

-- A single entry ends by its age even while its ticket lives.
ALTER TABLE ticket_item ADD COLUMN added_on date NOT NULL DEFAULT current_date;
CREATE INDEX ticket_item_added_on ON ticket_item (added_on);
