-- Until when a call that was logged from the console can be taken back, null for one that is not logged. The file holds the form and by what
-- the call's facts are found again, sealed to who took the call; it is gone when the time is over.
ALTER TABLE call_draft ADD COLUMN saved_until timestamptz;
CREATE INDEX call_draft_saved_until ON call_draft (saved_until) WHERE saved_until IS NOT NULL;
