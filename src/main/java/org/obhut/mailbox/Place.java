package org.obhut.mailbox;

import java.util.UUID;

/** Where a mail lies on its server (RFC 9051 section 2.3.1.1). */
record Place(UUID mailbox, long uidValidity, long uid) {}
