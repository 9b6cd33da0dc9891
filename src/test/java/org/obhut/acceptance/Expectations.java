package org.obhut.acceptance;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.obhut.mailbox.Corpus;
import org.obhut.mailbox.CorpusGates;
import org.obhut.mailbox.CorpusMisses;

/**
 * Counts, per key of what a corpus expects of its mails, how many hold for the message that the API shows. How many have to is
 * said of the parser ({@link CorpusGates}); from there to the API not one may get lost.
 */
final class Expectations {

    private static final class Count {
        private int held;
        private int all;
    }

    private final Map<String, Count> counts = new TreeMap<>();
    private final Map<String, Integer> unseen = new TreeMap<>();
    private final CorpusMisses misses = CorpusMisses.read();
    private String comparing = "";

    /** Compares all that is expected of a mail with its entry in a ticket's timeline. */
    void compare(Corpus.Row row, JsonObject message) {
        comparing = row.name();
        row.expect().forEach((key, value) -> {
            switch (key) {
                case "subject" -> count(key, same(value, message.getString("subject", "")));
                case "from_addr" -> count(key, same(lower(value), lower(from(message, "address"))));
                case "from_name" -> count(key, same(value, from(message, "name")));
                case "text_contains" -> count(key, contains(value, message.getString("text", "")));
                case "attachment_count" ->
                    count(
                            key,
                            value.toString()
                                    .equals(String.valueOf(attachments(message).size())));
                case "attachments" -> count(key, hasAll(value.asJsonArray(), attachments(message)));
                case "is_auto_reply" -> count(key, value.equals(message.get("autoReply")));
                case "is_bounce", "is_dsn" -> count(key, value.equals(message.get("deliveryReport")));
                default -> unseen.merge(key, 1, Integer::sum);
            }
        });
    }

    private void count(String key, boolean holds) {
        Count count = counts.computeIfAbsent(key, k -> new Count());
        count.all++;
        count.held += holds ? 1 : 0;
        misses.compared(comparing, key, holds);
    }

    /** What does not hold though the parser alone reads it so: every other miss is listed with its reason. */
    List<String> lostOnTheWay() {
        return misses.unlisted();
    }

    /** One line for each key. */
    @Override
    public String toString() {
        var lines = new StringBuilder();
        counts.forEach((key, count) -> lines.append("  %-18s %3d of %3d%n".formatted(key, count.held, count.all)));
        unseen.forEach((key, number) -> lines.append("  %-18s %3d not shown by the API%n".formatted(key, number)));
        return lines.toString();
    }

    private static boolean same(JsonValue expected, String seen) {
        return Corpus.same(text(expected), seen);
    }

    private static boolean same(String expected, String seen) {
        return expected.equals(seen);
    }

    private static String lower(JsonValue expected) {
        return lower(text(expected));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String from(JsonObject message, String field) {
        return message.containsKey("from") && !message.isNull("from")
                ? message.getJsonObject("from").isNull(field)
                        ? ""
                        : message.getJsonObject("from").getString(field)
                : "";
    }

    private static boolean contains(JsonValue expected, String seen) {
        List<String> parts = expected instanceof JsonArray several
                ? several.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()
                : List.of(text(expected));
        return parts.stream().allMatch(part -> Corpus.plain(seen).contains(Corpus.plain(part)));
    }

    private static List<JsonObject> attachments(JsonObject message) {
        return message.getJsonArray("attachments").getValuesAs(JsonObject.class);
    }

    private static boolean hasAll(JsonArray expected, List<JsonObject> seen) {
        List<JsonObject> left = new ArrayList<>(seen);
        return expected.getValuesAs(JsonObject.class).stream().allMatch(wanted -> left.stream()
                .filter(file -> matches(wanted, file))
                .findFirst()
                .map(left::remove)
                .orElse(false));
    }

    private static boolean matches(JsonObject wanted, JsonObject file) {
        boolean name = !wanted.containsKey("name")
                || wanted.isNull("name")
                || Corpus.same(wanted.getString("name"), file.getString("name"));
        // A picture without its metadata is smaller than what was sent.
        boolean size = !wanted.containsKey("size")
                || file.getString("metadata").equals("removed")
                || wanted.getInt("size") == file.getInt("size");
        return name && size;
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).getString();
    }
}
