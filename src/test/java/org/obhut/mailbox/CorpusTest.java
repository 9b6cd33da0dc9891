package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.obhut.mime.UnparsableMail;
import org.obhut.outbox.DeliveryReason;
import org.obhut.ticket.AttachmentContent;
import org.obhut.ticket.MailKind;

/**
 * Reads real mails and counts, per expectation, how many hold. Of those that nothing is known against, a share must hold; each
 * that does not is listed with its reason ({@link CorpusMisses}).
 */
class CorpusTest {

    /** How many reasons of bounces are told as the corpus means them; it only rises. */
    private static final int REASONS = 171;

    /** What the corpus's words for reasons mean to someone who has to act. */
    private static final Map<String, Set<DeliveryReason>> MEANT = Map.ofEntries(
            Map.entry("userunknown", Set.of(DeliveryReason.UNKNOWN_ADDRESS)),
            Map.entry("filtered", Set.of(DeliveryReason.UNKNOWN_ADDRESS, DeliveryReason.REFUSED)),
            Map.entry("hostunknown", Set.of(DeliveryReason.UNKNOWN_DOMAIN)),
            Map.entry("notaccept", Set.of(DeliveryReason.UNKNOWN_DOMAIN)),
            Map.entry("mailboxfull", Set.of(DeliveryReason.MAILBOX_FULL)),
            Map.entry("suspend", Set.of(DeliveryReason.MAILBOX_CLOSED)),
            Map.entry("hasmoved", Set.of(DeliveryReason.UNKNOWN_ADDRESS)),
            Map.entry("mesgtoobig", Set.of(DeliveryReason.TOO_LARGE)),
            Map.entry("exceedlimit", Set.of(DeliveryReason.TOO_LARGE)),
            Map.entry("spamdetected", Set.of(DeliveryReason.TAKEN_FOR_SPAM)),
            Map.entry("virusdetected", Set.of(DeliveryReason.TAKEN_FOR_SPAM)),
            Map.entry("contenterror", Set.of(DeliveryReason.REFUSED)),
            Map.entry("policyviolation", Set.of(DeliveryReason.REFUSED, DeliveryReason.TAKEN_FOR_SPAM)),
            Map.entry("notcompliantrfc", Set.of(DeliveryReason.REFUSED, DeliveryReason.TAKEN_FOR_SPAM)),
            Map.entry("rejected", Set.of(DeliveryReason.SENDER_REFUSED, DeliveryReason.REFUSED)),
            Map.entry("blocked", Set.of(DeliveryReason.SENDER_REFUSED, DeliveryReason.REFUSED)),
            Map.entry("badreputation", Set.of(DeliveryReason.SENDER_REFUSED)),
            Map.entry("requireptr", Set.of(DeliveryReason.SENDER_REFUSED)),
            Map.entry("authfailure", Set.of(DeliveryReason.SENDER_REFUSED)),
            Map.entry("norelaying", Set.of(DeliveryReason.SENDER_REFUSED)),
            Map.entry("securityerror", Set.of(DeliveryReason.SENDER_REFUSED, DeliveryReason.REFUSED)),
            Map.entry("toomanyconn", Set.of(DeliveryReason.SENDER_REFUSED, DeliveryReason.RECEIVER_UNREACHABLE)),
            Map.entry("expired", Set.of(DeliveryReason.RECEIVER_UNREACHABLE)),
            Map.entry("networkerror", Set.of(DeliveryReason.RECEIVER_UNREACHABLE, DeliveryReason.UNKNOWN_DOMAIN)),
            Map.entry("onhold", Set.of(DeliveryReason.RECEIVER_UNREACHABLE, DeliveryReason.REFUSED)),
            Map.entry("systemerror", Set.of(DeliveryReason.RECEIVER_UNREACHABLE)),
            Map.entry("mailererror", Set.of(DeliveryReason.RECEIVER_UNREACHABLE)));

    /** Of these nobody can say more than that it did not work. */
    private static final Set<String> UNSAID =
            Set.of("onhold", "systemerror", "mailererror", "undefined", "syntaxerror");

    private final MailParser parser = new MailParser(40 << 20);
    private final Map<String, int[]> counts = new TreeMap<>();
    private final Map<String, int[]> reviewed = new TreeMap<>();
    private final CorpusMisses misses = CorpusMisses.read();
    private final boolean verbose = Boolean.getBoolean("obhut.corpus.verbose");

    @Test
    void readsWhatRealMailsSay() throws Exception {
        List<Corpus.Row> rows = Corpus.rows("eml");
        int unparsable = 0;
        for (Corpus.Row row : rows) {
            ParsedMail mail;
            try {
                mail = parser.parse(row.bytes());
            } catch (UnparsableMail e) {
                unparsable++;
                count(row, "parsed", false, e.reason());
                continue;
            }
            count(row, "parsed", true, "");
            row.expect().forEach((key, value) -> score(row, key, value, mail));
        }
        report("mails " + rows.size() + ", unparsable " + unparsable);
    }

    private void score(Corpus.Row row, String key, JsonValue value, ParsedMail mail) {
        switch (key) {
            case "subject" -> count(row, key, Corpus.same(text(value), mail.subject()), mail.subject());
            case "from_addr" ->
                count(
                        row,
                        key,
                        mail.from() != null && mail.from().address().equalsIgnoreCase(text(value)),
                        String.valueOf(mail.from()));
            case "from_name" ->
                count(
                        row,
                        key,
                        mail.from() != null
                                && Corpus.same(
                                        text(value), String.valueOf(mail.from().name())),
                        String.valueOf(mail.from()));
            case "text_contains" ->
                count(
                        row,
                        key,
                        strings(value).stream()
                                .allMatch(s -> Corpus.plain(mail.text()).contains(Corpus.plain(s))),
                        mail.text());
            case "attachment_count" ->
                count(row, key, files(mail).size() == Integer.parseInt(value.toString()), names(mail));
            case "attachments" -> count(row, key, attachments(value.asJsonArray(), mail), names(mail));
            case "leaf_parts" ->
                count(row, key, mail.leafParts() == Integer.parseInt(value.toString()), "" + mail.leafParts());
            case "nested_messages" ->
                count(
                        row,
                        key,
                        mail.nestedMessages() == Integer.parseInt(value.toString()),
                        "" + mail.nestedMessages());
            case "is_auto_reply" ->
                count(row, key, mail.kind().automatic() == (value == JsonValue.TRUE), "" + mail.kind());
            case "is_bounce" ->
                count(
                        row,
                        key,
                        kind(mail, Set.of(MailKind.DELIVERY_FAILURE, MailKind.DELIVERY_DELAY))
                                == (value == JsonValue.TRUE),
                        "" + mail.report());
            case "bounce" -> reasons(row, value.asJsonArray(), mail);
            case "is_dsn" -> count(row, key, (mail.report() != null) == (value == JsonValue.TRUE), "" + mail.report());
            case "is_feedback_report" ->
                count(
                        row,
                        key,
                        kind(mail, Set.of(MailKind.FEEDBACK_REPORT)) == (value == JsonValue.TRUE),
                        "" + mail.report());
            default -> {}
        }
    }

    /** Whether the problem that a counsellor is told is one that the corpus's reason means, for one of the receivers. */
    private void reasons(Corpus.Row row, JsonArray bounces, ParsedMail mail) {
        if (mail.report() == null || mail.kind() == MailKind.FEEDBACK_REPORT) {
            return;
        }
        DeliveryReason told = mail.report().reason();
        count(
                row,
                "bounce reason",
                bounces.getValuesAs(JsonObject.class).stream()
                        .map(bounce -> bounce.getString("reason"))
                        .anyMatch(reason -> told == null
                                ? UNSAID.contains(reason)
                                : MEANT.getOrDefault(reason, Set.of()).contains(told)),
                told + " " + mail.subject() + " " + mail.text());
    }

    private static boolean kind(ParsedMail mail, Set<MailKind> kinds) {
        return kinds.contains(mail.kind());
    }

    private static boolean attachments(JsonArray wanted, ParsedMail mail) {
        List<AttachmentContent> left = new ArrayList<>(files(mail));
        return wanted.stream().map(JsonValue::asJsonObject).allMatch(w -> {
            var match = left.stream()
                    .filter(a ->
                            !w.containsKey("name") || w.isNull("name") || Corpus.same(w.getString("name"), a.name()))
                    .filter(a -> !w.containsKey("size") || a.bytes().length == w.getInt("size"))
                    .findFirst();
            match.ifPresent(left::remove);
            return match.isPresent();
        });
    }

    /** What the sender attached; not the mail as it came, which is kept of a signed one. */
    private static List<AttachmentContent> files(ParsedMail mail) {
        return mail.attachments().stream().filter(file -> !file.original()).toList();
    }

    private static String names(ParsedMail mail) {
        return files(mail).stream()
                .map(a -> a.name() + ":" + a.type() + ":" + a.bytes().length)
                .toList()
                .toString();
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).getString();
    }

    private static List<String> strings(JsonValue value) {
        return value instanceof JsonArray array
                ? array.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()
                : List.of(text(value));
    }

    private void count(Corpus.Row row, String key, boolean holds, String seen) {
        int[] count = (row.hard() ? counts : reviewed).computeIfAbsent(key, k -> new int[2]);
        count[0] += holds ? 1 : 0;
        count[1]++;
        if (row.hard() && CorpusGates.names().contains(key)) {
            misses.compared(row.name(), key, holds);
        }
        if (!holds && verbose) {
            System.out.println("MISS " + key + " " + row.name() + (row.hard() ? "" : " (review)") + " wanted "
                    + row.expect() + " seen " + seen);
        }
    }

    private void report(String head) {
        System.out.println("corpus: " + head + "; " + text(counts) + "; to be reviewed: " + text(reviewed));
        int reasons = counts.get("bounce reason")[0];
        assertAll(
                () -> assertTrue(reasons >= REASONS, "bounce reasons fell to " + reasons),
                () -> assertEquals(List.of(), misses.unlisted(), "held before, or are new: mend or list them"),
                () -> assertEquals(List.of(), misses.outdated(), "hold now: take them off the list"),
                () -> assertAll(CorpusGates.names().stream()
                        .filter(counts::containsKey)
                        .<Executable>map(key -> () -> assertTrue(
                                CorpusGates.passes(key, counts.get(key)[0], counts.get(key)[1]),
                                key + " fell to " + counts.get(key)[0]))));
    }

    private static String text(Map<String, int[]> counts) {
        return counts.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue()[0] + "/" + e.getValue()[1])
                .collect(Collectors.joining(", "));
    }
}
