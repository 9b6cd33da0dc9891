package org.obhut.account;

import java.util.UUID;

/** A CDI event: somebody may not sign in any more. Their sessions end once this is committed. */
public record PersonBlocked(UUID person) {}
