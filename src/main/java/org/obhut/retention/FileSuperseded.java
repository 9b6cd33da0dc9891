package org.obhut.retention;

import java.util.UUID;

/**
 * Event: a sealed file ends in this transaction because its content goes on elsewhere. It is noted as erased once that is
 * committed and not before: what was noted and is still there is erased at the next start, and this content must not be lost.
 */
public record FileSuperseded(UUID file) {}
