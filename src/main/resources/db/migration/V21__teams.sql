-- The rule is part of the roster, which its members authenticate: a column could be changed by whoever can write here.
ALTER TABLE team DROP COLUMN everyone_reads;

-- Made with the leads' root of the epoch before: shows that a lead made this epoch's keys. Null in the first epoch.
ALTER TABLE team_epoch ADD COLUMN succession bytea;

-- Since when the person has another key than the rosters know, because the account was reset; not an alarm then.
ALTER TABLE person ADD COLUMN reset_on date;
