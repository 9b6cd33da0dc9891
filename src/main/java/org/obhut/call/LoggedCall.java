package org.obhut.call;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call that is committed; {@code ticket} is null for a bare count. */
public record LoggedCall(UUID id, @Nullable UUID ticket) {}
