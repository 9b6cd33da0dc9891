package org.obhut.outbox;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obhut.platform.Phrases;

/**
 * The reason that a report from elsewhere gives: by the words in which mail systems put it, and where those say nothing by the
 * enhanced status code (RFC 3463 and its registry). Codes are chosen carelessly and policy codes cover anything, so that plain
 * words go before them.
 */
public final class ReportedReason {

    private static final Phrases PHRASES = Phrases.beside(ReportedReason.class, "delivery-reasons.txt");
    private static final int MOST_WORDS = 8_000;
    private static final Pattern STATUS = Pattern.compile("\\b([245])\\.(\\d{1,3})\\.(\\d{1,3})\\b");

    private ReportedReason() {}

    /**
     * What a report says; empty where it is not said, or not in words that are known.
     *
     * @param status the enhanced status code with whatever stands around it; may be empty
     * @param words the diagnostic text; may be empty
     */
    public static Optional<DeliveryReason> of(String status, String words) {
        Optional<DeliveryReason> coded = coded(status).or(() -> coded(words));
        return coded.filter(reason -> reason == DeliveryReason.MAILBOX_FULL)
                .or(() -> inWords(words))
                .or(() -> coded);
    }

    private static Optional<DeliveryReason> coded(String text) {
        Matcher code = STATUS.matcher(text);
        return code.find()
                ? byStatus(code.group(2), code.group(3)).or(() -> DeliveryReason.ofStatus(code.group()))
                : Optional.empty();
    }

    private static Optional<DeliveryReason> inWords(String words) {
        String text = words.substring(0, Math.min(words.length(), MOST_WORDS));
        for (String heading : PHRASES.headings()) {
            if (PHRASES.in(text, heading)) {
                return Optional.of(DeliveryReason.valueOf(heading));
            }
        }
        return Optional.empty();
    }

    /** Where a server elsewhere means another thing than the one that takes our mails. */
    private static Optional<DeliveryReason> byStatus(String subject, String detail) {
        return Optional.ofNullable(
                switch (subject + '.' + detail) {
                    case "2.1" -> DeliveryReason.MAILBOX_CLOSED;
                    case "4.3", "4.4" -> DeliveryReason.UNKNOWN_DOMAIN;
                    case "1.7", "1.8", "7.20", "7.21", "7.22", "7.23", "7.24", "7.25", "7.26", "7.27", "7.29" ->
                        DeliveryReason.SENDER_REFUSED;
                    default ->
                        switch (subject) {
                            case "4" -> DeliveryReason.RECEIVER_UNREACHABLE;
                            case "7" -> DeliveryReason.REFUSED;
                            default -> null;
                        };
                });
    }
}
