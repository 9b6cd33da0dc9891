package org.obhut.threading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail shows of where it belongs.
 *
 * @param mailbox the address of the mailbox it came to
 * @param recipients addr-specs it was sent to, as far as it tells
 * @param references Message-IDs without brackets it refers to, nearest first
 * @param sender addr-spec of the author, null where none is named or where it is a web form, which never takes part
 * @param report null unless the mail is a delivery report
 */
public record Arrival(
        String mailbox,
        List<String> recipients,
        String subject,
        List<String> references,
        @Nullable String sender,
        @Nullable Report report) {

    /**
     * What a delivery report tells of the mail it is about.
     *
     * @param messageIds Message-IDs without brackets of the returned mail
     * @param addresses addr-specs of the returned mail, one of which may carry a reply token
     */
    public record Report(List<String> messageIds, List<String> addresses) {}
}
