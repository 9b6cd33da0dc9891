package org.obhut.ticket;

import org.jspecify.annotations.Nullable;

/** A mailbox of RFC 5322 section 3.4: display name, where there is one, and addr-spec; empty where only a name is known. */
public record Address(@Nullable String name, String address) {}
