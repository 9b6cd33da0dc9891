package org.obhut.envelope;

/**
 * A CDI event: an epoch has begun, or its secret was destroyed.
 *
 * @param destroyed whether it is the end
 */
public record EpochChanged(int epoch, boolean destroyed) {}
