-- Whether a ticket was counted as a case once, so that its end does not count it; and the last day with a mail of its client's that was
-- counted as a contact. Which fact it became is nowhere in clear.
ALTER TABLE ticket
    ADD COLUMN counted boolean NOT NULL DEFAULT false,
    ADD COLUMN counted_on date;
