-- Lists by each order, urgent first, and only over what is live: a page reads as many entries as it shows, and the few that the
-- caller may not see. The terms are those of ticket.Sort.
CREATE INDEX ticket_by_activity ON ticket (urgent, rank) WHERE status <> 'CLOSED' AND NOT spam;
CREATE INDEX ticket_by_waiting ON ticket ((NOT urgent), rank) WHERE status <> 'CLOSED' AND NOT spam;
CREATE INDEX ticket_by_due ON ticket ((NOT urgent), (coalesce(due_at, 'infinity')), rank) WHERE status <> 'CLOSED' AND NOT spam;
CREATE INDEX ticket_closed ON ticket (urgent, rank) WHERE status = 'CLOSED' AND NOT spam;
CREATE INDEX ticket_ending ON ticket (erase_on);
DROP INDEX ticket_by_assignee;
CREATE INDEX ticket_by_assignee ON ticket (assignee_id, urgent, rank) WHERE assignee_id IS NOT NULL;

-- Who may read what is asked of a whole folder at once: from the index alone, without the sealed bytes.
DROP INDEX seal_reader;
CREATE INDEX seal_reader ON seal (reader) INCLUDE (file, during);
