package org.obhut.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Where the chain begins.
 *
 * @param position of the first line that is kept
 * @param previous SHA-256 of the line before it, which is gone; 32 zeros where there was none
 * @param code authenticates both under a key of the key store
 * @param lastRun when old lines were last looked for
 */
record AuditStart(long position, byte[] previous, byte[] code, Instant lastRun) {

    /** What is authenticated. */
    static byte[] canonical(long position, byte[] previous) {
        return String.join(
                        "\n",
                        "obhut audit start 1",
                        Long.toString(position),
                        HexFormat.of().formatHex(previous))
                .getBytes(StandardCharsets.UTF_8);
    }
}
