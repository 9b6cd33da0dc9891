package org.obhut.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail.
 *
 * @param position from 1 on, without a gap
 * @param at in microseconds, as the database keeps it
 * @param act name of an {@link Act}, perhaps of a later version than this one
 * @param actor the person who did it; null where a job did
 * @param subject the team or person it was done to; null where there is none
 * @param number how many, or which epoch; null where it says nothing
 * @param previous SHA-256 of the line before, 32 zeros in the first
 * @param code authenticates the line under a key of the key store
 */
public record AuditLine(
        long position,
        Instant at,
        String act,
        @Nullable UUID actor,
        @Nullable UUID subject,
        @Nullable Long number,
        byte[] previous,
        byte[] code) {

    /** What stands in the first line in place of a hash. */
    static final byte[] NONE = new byte[32];

    /** What is hashed and authenticated: one field a line, {@code -} where there is none. No field can hold a line's end. */
    byte[] canonical() {
        return String.join(
                        "\n",
                        "obhut audit line 1",
                        Long.toString(position),
                        at.toString(),
                        act,
                        Objects.toString(actor, "-"),
                        Objects.toString(subject, "-"),
                        Objects.toString(number, "-"),
                        HexFormat.of().formatHex(previous))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 of the canonical form; anybody can compute it. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(canonical());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not at hand", e);
        }
    }

    AuditLine coded(byte[] made) {
        return new AuditLine(position, at, act, actor, subject, number, previous, made);
    }
}
