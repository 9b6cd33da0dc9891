package org.obhut.ticket;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is handed on to a counselling centre.
 *
 * @param to bare address of the centre, never the client's
 * @param language tag of BCP 47 for the neutral subject
 * @param writing subject and text of one's own
 * @param messages ids of messages of the ticket whose words go along below the text
 * @param files ids of files of the ticket that go along
 * @param withAddress whether the client's address stands in it
 * @param version the ticket's version that the writer saw
 * @param idempotencyKey null where the request has none
 */
public record NewForward(
        String to,
        String language,
        Writing writing,
        List<UUID> messages,
        List<UUID> files,
        boolean withAddress,
        Consent consent,
        long version,
        @Nullable String idempotencyKey) {}
