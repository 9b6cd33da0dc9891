-- The team that a ticket was moved from, for who may still take it back.
DELETE FROM co_reader WHERE reason = 'MOVED';
ALTER TABLE co_reader ADD COLUMN moved_from uuid CHECK ((reason = 'MOVED') = (moved_from IS NOT NULL));
