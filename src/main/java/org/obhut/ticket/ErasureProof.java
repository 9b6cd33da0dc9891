package org.obhut.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of an erasure for the file, without a word about the client.
 *
 * @param number of the erasure, which is that of its line in the audit trail
 * @param team its name
 * @param asked sign-in name of who asked for it where a second person had to agree; null where one was enough
 * @param decided sign-in name of the person whose word was the last
 * @param epoch under which the ticket's seals were: copies of the database open for nobody once its secret is destroyed
 * @param shut when that secret was destroyed; or will be, if each change comes when it is due; null where nobody knows
 * @param destroyed whether it is destroyed already
 * @param until when this goes, with its line of the audit trail
 * @param authentic whether line and numbers are those that Obhut wrote
 */
public record ErasureProof(
        long number,
        Instant at,
        UUID teamId,
        String team,
        ErasureGround ground,
        @Nullable String asked,
        String decided,
        ErasedContents contents,
        int epoch,
        @Nullable Instant shut,
        boolean destroyed,
        Instant until,
        boolean authentic) {}
