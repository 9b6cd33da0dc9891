package org.obhut.mailbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose word makes a mail spam.
 *
 * @param marks the fields that count, whoever wrote them
 * @param server the server whose DMARC result counts, by its name in Authentication-Results (RFC 8601 section 2.5); null for none
 */
record SpamFilter(Set<SpamMark> marks, @Nullable String server) {

    private static final String NONE = "none";

    static SpamFilter of(MailboxSettings settings) {
        Set<String> named = settings.words("spam.fields");
        Set<String> known = Arrays.stream(SpamMark.values()).map(SpamMark::key).collect(Collectors.toSet());
        if (!named.equals(Set.of(NONE)) && !known.containsAll(named)) {
            throw settings.invalid(
                    "spam.fields",
                    "may name " + known.stream().sorted().collect(Collectors.joining(", ")) + ", or none");
        }
        return new SpamFilter(
                Arrays.stream(SpamMark.values())
                        .filter(mark -> named.isEmpty() || named.contains(mark.key()))
                        .collect(Collectors.toUnmodifiableSet()),
                settings.text("spam.authserv-id").orElse(null));
    }

    /** Whether a filter calls a mail spam; what that means depends on where the mail belongs. */
    boolean condemns(ParsedMail mail) {
        return mail.spamMarks().stream().anyMatch(marks::contains) || server != null && forged(mail, server);
    }

    /** DMARC failed, and the domain's owner asks to refuse such mails or to set them apart. */
    private static boolean forged(ParsedMail mail, String server) {
        return mail.authentication().by(server).stream()
                .filter(result ->
                        result.method().equals("dmarc") && result.value().equals("fail"))
                .anyMatch(result -> result.properties().entrySet().stream()
                        .filter(property -> property.getKey().startsWith("policy.")
                                || property.getKey().equals("action"))
                        .map(property -> property.getValue().toLowerCase(Locale.ROOT))
                        .anyMatch(policy -> policy.contains("reject") || policy.contains("quarantine")));
    }
}
