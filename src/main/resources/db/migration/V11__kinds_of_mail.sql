-- A mail system on the way may say that it is still trying.
ALTER TABLE ticket_item
    DROP CONSTRAINT ticket_item_delivery_check,
    ADD CONSTRAINT ticket_item_delivery_check
        CHECK (delivery IN ('HELD', 'SENDING', 'SENT', 'DELAYED', 'FAILED', 'UNDELIVERED'));

-- One job ends whatever has had its time; here it notes when it last did.
ALTER TABLE mailbox_expiry RENAME TO retention_run;
CREATE INDEX ticket_erase_on ON ticket (erase_on);

-- A job is nobody's act, and what it did is a number.
ALTER TABLE audit_line
    ALTER COLUMN actor DROP NOT NULL,
    ALTER COLUMN subject DROP NOT NULL,
    ADD COLUMN number bigint;
