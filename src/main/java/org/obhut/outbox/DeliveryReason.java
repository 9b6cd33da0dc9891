package org.obhut.outbox;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a mail waits, failed or came back, as whoever wrote it can act on it. Told from enhanced status codes (RFC 3463 and
 * its registry) where a server gives them, else from reply codes (RFC 5321 section 4.2).
 */
public enum DeliveryReason {
    /** A server asks for patience, as greylisting does: nothing is wrong. */
    BUSY,
    /** The server that takes our mails can't be reached or broke off. */
    UNREACHABLE,
    /** It offers no TLS, or its certificate is not valid: nothing is sent in clear. */
    INSECURE,
    /** It does not let our account in. */
    SIGN_IN,
    /** The mailbox that should send is not set up, or a file that it needs can't be read. */
    NOT_CONFIGURED,
    UNKNOWN_ADDRESS,
    UNKNOWN_DOMAIN,
    MAILBOX_FULL,
    TOO_LARGE,
    /** A server on the way takes no address with letters beyond ASCII (RFC 6531). */
    INTERNATIONAL_ADDRESS,
    /** The mailbox exists and is switched off. */
    MAILBOX_CLOSED,
    /** The receiver's server does not want it: a filter or a rule. */
    REFUSED,
    /** It does not want it for what it says. */
    TAKEN_FOR_SPAM,
    /** It does not trust the server that sends for us: for an administrator. */
    SENDER_REFUSED,
    /** The receiver's server did not answer, or asked to wait, for as long as others tried. */
    RECEIVER_UNREACHABLE,
    /** Its time was over before it could be handed over. */
    EXPIRED,
    /** The final dot stayed without an answer twice: it may have arrived. */
    UNANSWERED,
    /** It waited longer than its key lives. */
    KEY_GONE,
    /** The receiver's address was replaced by a safer one before it went out. */
    ADDRESS_REPLACED,
    /** New hints on how the client can be written to do not allow it; it was taken out before it went. */
    UNSAFE_NOW,
    /** The database came back from an archive in which the mail was on its way: it may have gone out long ago. */
    RESTORED;

    private static final Pattern REPLY = Pattern.compile("smtp-([45]\\d\\d)(?:-(\\d\\.\\d{1,3}\\.\\d{1,3}))?");

    private static final Map<String, DeliveryReason> OWN = Map.ofEntries(
            Map.entry("smtp-no-starttls", INSECURE),
            Map.entry("smtp-tls-failed", INSECURE),
            Map.entry("smtp-clear-text-refused", INSECURE),
            Map.entry("smtp-sign-in-refused", SIGN_IN),
            Map.entry("smtp-sign-in-not-now", SIGN_IN),
            Map.entry("smtp-no-sign-in-method", SIGN_IN),
            Map.entry("smtp-no-utf8", INTERNATIONAL_ADDRESS),
            Map.entry("smtp-too-large", TOO_LARGE),
            Map.entry("mailbox-not-configured", NOT_CONFIGURED),
            Map.entry("password-file", NOT_CONFIGURED),
            Map.entry("ca-file", NOT_CONFIGURED),
            Map.entry("expired", EXPIRED),
            Map.entry("never-answered", UNANSWERED),
            Map.entry("dispatch-key-gone", KEY_GONE));

    /** @param code of an {@link Outcome} */
    static DeliveryReason of(String code) {
        Matcher reply = REPLY.matcher(code);
        if (!reply.matches()) {
            return OWN.getOrDefault(
                    code,
                    code.startsWith("oauth-")
                            ? SIGN_IN
                            : code.startsWith("smtp-certificate-") ? INSECURE : UNREACHABLE);
        }
        int number = Integer.parseInt(reply.group(1));
        return Optional.ofNullable(reply.group(2))
                .flatMap(DeliveryReason::ofStatus)
                .orElseGet(() -> ofReply(number));
    }

    /**
     * The reason that an enhanced status code such as {@code 5.1.1} gives; empty where it says no more than 'not now' or
     * 'never', or is none.
     */
    public static Optional<DeliveryReason> ofStatus(String status) {
        String[] parts = status.split("\\.", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        boolean transientFailure = parts[0].equals("4");
        return Optional.ofNullable(
                switch (parts[1] + '.' + parts[2]) {
                    case "1.1", "1.3", "1.6", "2.1" -> UNKNOWN_ADDRESS;
                    case "1.2", "1.10", "4.4" -> UNKNOWN_DOMAIN;
                    case "2.2" -> MAILBOX_FULL;
                    case "2.3", "3.4" -> TOO_LARGE;
                    case "4.7" -> EXPIRED;
                    case "6.7", "6.8", "6.9", "6.10" -> INTERNATIONAL_ADDRESS;
                    default -> parts[1].equals("7") ? transientFailure ? BUSY : REFUSED : null;
                });
    }

    private static DeliveryReason ofReply(int code) {
        return switch (code) {
            case 530, 534, 535, 538 -> SIGN_IN;
            case 550, 551, 553 -> UNKNOWN_ADDRESS;
            case 552 -> MAILBOX_FULL;
            default -> code < 500 ? BUSY : REFUSED;
        };
    }
}
