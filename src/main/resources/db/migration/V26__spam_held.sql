-- Whether a person has put a ticket among the spam: then no later mail of the conversation takes it out, only a person does.
-- Of older marks nobody knows who made them; they end as before, when the client writes again.

ALTER TABLE ticket ADD COLUMN spam_held boolean NOT NULL DEFAULT false CHECK (spam OR NOT spam_held);
