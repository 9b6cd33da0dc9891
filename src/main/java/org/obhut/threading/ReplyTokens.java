package org.obhut.threading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reply tokens in addresses, as the detail of a sub-address {@code local+token@domain} (RFC 5233), and in subjects, as
 * {@code [#token]}. Only their form is known here.
 */
final class ReplyTokens {

    private static final Pattern IN_SUBJECT = Pattern.compile("\\[#([A-Za-z0-9]{16,64})]");

    private ReplyTokens() {}

    /** The tokens in addresses of this mailbox, in their order. */
    static List<String> inAddresses(String mailbox, List<String> addresses) {
        int at = mailbox.lastIndexOf('@');
        String start = mailbox.substring(0, Math.max(at, 0)).toLowerCase(Locale.ROOT) + '+';
        String end = mailbox.substring(Math.max(at, 0)).toLowerCase(Locale.ROOT);
        return addresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .filter(address -> address.startsWith(start)
                        && address.endsWith(end)
                        && address.length() > start.length() + end.length())
                .map(address -> address.substring(start.length(), address.length() - end.length()))
                .distinct()
                .toList();
    }

    static Optional<String> inSubject(String subject) {
        Matcher token = IN_SUBJECT.matcher(subject);
        return token.find() ? Optional.of(token.group(1)) : Optional.empty();
    }
}
