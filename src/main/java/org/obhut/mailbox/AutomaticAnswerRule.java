package org.obhut.mailbox;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.obhut.mime.HeaderFields;

/**
 * Which mails a machine may answer (RFC 3834 section 2). Where {@link KindOfMail} takes a mail for a person's in doubt, here
 * doubt means no: an answer that is not sent harms nobody.
 */
final class AutomaticAnswerRule {

    /** Fields of mass mail, of programs, and of those who ask not to be answered by machines. */
    private static final Set<String> FORBID = Set.of(
            "x-auto-response-suppress",
            "x-loop",
            "x-mailing-list",
            "mailing-list",
            "x-campaign",
            "x-campaignid",
            "x-csa-complaints",
            "x-cron-env",
            "x-google-group-id",
            "x-failed-recipients");

    private static final String NO_ANSWER =
            "(no|non|not|do[._-]?not|dont|never|kein(e)?|nicht|ne[._-]?pas|nao|nu)[._-]?(reply|respond(er)?|response|answer|antwort(en)?|"
                    + "antworten|repondre|responda|raspunde(ti)?)";

    /** Between the ends of a local part or the marks that divide it. */
    private static final Pattern MACHINE = Pattern.compile(
            "(?:^|.*[._+=-])(?:" + NO_ANSWER
                    + "|mailer[._-]?daemon|daemon|postmaster|bounces?|returns?|newsletters?|mailings?|list(?:serv|s)?|majordomo|owner|request"
                    + "|notifications?|notify|alerts?|system|robot|bot|autoresponder|autoreply|automail|root|nobody|cron|www-data)(?:[._+=-].*|$)");

    private AutomaticAnswerRule() {}

    /** Whether the mail itself lets a machine answer. */
    static boolean permits(HeaderFields headers) {
        return headers.every("auto-submitted").stream()
                        .allMatch(value -> word(value).equals("no"))
                && headers.every("precedence").isEmpty()
                && headers.every("x-precedence").isEmpty()
                && !AutoReplyDetector.suspected(headers)
                && headers.all().stream()
                        .map(HeaderFields.Field::name)
                        .noneMatch(name -> name.startsWith("list-") || FORBID.contains(name))
                // A report is no message (RFC 6522), however damaged and whoever seems to send it.
                && headers.every("content-type").stream()
                        .noneMatch(type -> word(type).equals("multipart/report"))
                && headers.every("return-path").stream().allMatch(AutomaticAnswerRule::permitsPath);
    }

    private static boolean permitsPath(String path) {
        return AddressList.read(path).stream()
                .map(address -> address.address())
                .allMatch(AutomaticAnswerRule::permitsTo);
    }

    /** Whether a person may read at this address, by its looks. */
    static boolean permitsTo(String address) {
        int at = address.lastIndexOf('@');
        return at > 0
                && !MACHINE.matcher(address.substring(0, at).toLowerCase(Locale.ROOT))
                        .matches();
    }

    private static String word(String value) {
        return value.replaceFirst("[;(].*$", "").strip().toLowerCase(Locale.ROOT);
    }
}
