package org.obhut.codelist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a list.
 *
 * @param at when it was saved; null for the one that came with the program
 * @param by sign-in name of who saved it; null for the one that came with the program
 * @param changes what makes it of the version before
 */
public record CodeListVersion(
        CodeList list, @Nullable Instant at, @Nullable String by, List<CodeListChange> changes) {}
