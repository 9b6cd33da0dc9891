package org.obhut.envelope;

import java.util.UUID;

/**
 * One row that lets one reader open one sealed file: the file's root, sealed to the reader, sealed again under an epoch. A
 * membership is such a row too: the team's root, sealed to the person.
 */
public record Seal(UUID file, UUID reader, int epoch, byte[] sealed) {}
