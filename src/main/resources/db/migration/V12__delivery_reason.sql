-- Why a mail of ours waits, failed or came back: one of a few words of our own, never a server's.
ALTER TABLE ticket_item ADD COLUMN delivery_reason text;
