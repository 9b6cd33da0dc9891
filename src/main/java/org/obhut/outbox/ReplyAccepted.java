package org.obhut.outbox;

import java.util.UUID;

/** Event after commit: a reply lies in the outbox. Lets the dispatcher look at once. */
record ReplyAccepted(UUID item) {}
