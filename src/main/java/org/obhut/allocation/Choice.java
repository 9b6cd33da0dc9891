package org.obhut.allocation;

import java.util.List;
import java.util.UUID;

/** Whose turn it is, and why; the reasons in the order in which they counted. */
public record Choice(UUID person, List<Ground> grounds) {}
