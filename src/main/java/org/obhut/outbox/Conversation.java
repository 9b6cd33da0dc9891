package org.obhut.outbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In-Reply-To and References of a reply (RFC 5322 section 3.6.4). The ids come from clients' mails: one that is not
 * visible ASCII between angle brackets is left out, so that it can't write a header of its own.
 */
final class Conversation {

    /** Ids in References: the first, which names the thread, and the latest. */
    private static final int MOST = 20;

    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e&&[^<>]]{1,240}");

    private final List<String> ids;
    private final boolean answers;

    Conversation(List<String> references, @Nullable String inReplyTo) {
        var known = new LinkedHashSet<String>();
        references.stream().filter(Conversation::writable).forEach(known::add);
        answers = inReplyTo != null && writable(inReplyTo);
        if (answers) {
            known.remove(inReplyTo);
            known.add(inReplyTo);
        }
        ids = new ArrayList<>(known);
        if (ids.size() > MOST) {
            ids.subList(1, ids.size() - MOST + 1).clear();
        }
    }

    private static boolean writable(String id) {
        return ID.matcher(id).matches();
    }

    Optional<String> inReplyTo() {
        return answers ? Optional.of('<' + ids.get(ids.size() - 1) + '>') : Optional.empty();
    }

    /** One id a line. */
    Optional<String> references() {
        return ids.isEmpty() ? Optional.empty() : Optional.of('<' + String.join(">\r\n <", ids) + '>');
    }
}
