package org.obhut.directory;

import java.util.UUID;

/** An organisation in the directory. @param version moves with each change */
public record DirectoryEntry(UUID id, Organisation organisation, long version) {}
