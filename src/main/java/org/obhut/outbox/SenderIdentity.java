package org.obhut.outbox;

import org.jspecify.annotations.Nullable;

/**
 * How a mailbox appears to clients.
 *
 * @param address the bare address
 * @param name the mailbox's neutral name, null for none; never a person's
 * @param subjectPhrase the neutral subject in the language asked for
 * @param subaddressing whether the server delivers local+token@domain, so that Reply-To can carry the reply token
 * @param subjectToken whether the reply token stands in the subject, for servers that know no sub-addresses
 * @param quotes whether the answered mail is quoted unless the writer chooses otherwise
 */
public record SenderIdentity(
        String address,
        @Nullable String name,
        String subjectPhrase,
        boolean subaddressing,
        boolean subjectToken,
        boolean quotes) {}
