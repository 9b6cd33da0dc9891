package org.obhut.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.attachment.Findings;
import org.obhut.attachment.Metadata;
import org.obhut.attachment.Scan;
import org.obhut.ticket.TimelineEntry.Attachment;
import org.obhut.ticket.TimelineEntry.Direction;
import org.obhut.ticket.TimelineEntry.Kind;

/**
 * What is sealed as the body of an entry.
 *
 * @param author the person, null for client and system
 * @param text a message's or note's text, a call's note
 * @param title what a call is about, empty otherwise
 * @param mail for {@link Kind#MESSAGE} only
 * @param event for {@link Kind#EVENT} only
 * @param attributes for {@link Kind#CALL}: answers from the code lists; for a forward: how, when and in what words the client
 *     agreed; for what came in: {@link Counting#FACT}
 */
record ItemBody(
        Kind kind,
        Direction direction,
        Instant at,
        @Nullable UUID author,
        String title,
        String text,
        @Nullable Correspondence mail,
        @Nullable Happening event,
        Map<String, String> attributes,
        List<Attachment> attachments) {

    /** @param counted by which the fact is found again that this mail became, empty where it became none */
    static ItemBody received(
            ClientMessage mail, Party party, List<Attachment> attachments, Map<String, String> counted) {
        Correspondence received = Correspondence.received(mail, party);
        return new ItemBody(
                Kind.MESSAGE, Direction.IN, mail.at(), null, "", mail.text(), received, null, counted, attachments);
    }

    static ItemBody sent(Instant at, UUID author, String text, Correspondence mail, List<Attachment> attachments) {
        return new ItemBody(Kind.MESSAGE, Direction.OUT, at, author, "", text, mail, null, Map.of(), attachments);
    }

    /** Of the system's own; by nobody. */
    static ItemBody acknowledged(Instant at, String text, Correspondence mail) {
        return new ItemBody(Kind.MESSAGE, Direction.OUT, at, null, "", text, mail, null, Map.of(), List.of());
    }

    static ItemBody note(Instant at, UUID author, String text) {
        return new ItemBody(Kind.NOTE, Direction.OUT, at, author, "", text, null, null, Map.of(), List.of());
    }

    static ItemBody call(UUID author, CallEntry call) {
        String note = call.note() == null ? "" : call.note();
        return new ItemBody(
                Kind.CALL,
                Direction.IN,
                call.at(),
                author,
                call.title(),
                note,
                null,
                null,
                call.attributes(),
                List.of());
    }

    static ItemBody event(Instant at, UUID author, Happening event) {
        return event(at, author, event, Map.of());
    }

    static ItemBody event(Instant at, UUID author, Happening event, Map<String, String> attributes) {
        return new ItemBody(Kind.EVENT, Direction.OUT, at, author, "", "", null, event, attributes, List.of());
    }

    /** The same with a mail that says something else of itself. */
    ItemBody with(Correspondence other) {
        return new ItemBody(kind, direction, at, author, title, text, other, event, attributes, attachments);
    }

    /** The same with other things said about it. */
    ItemBody with(Map<String, String> other) {
        return new ItemBody(kind, direction, at, author, title, text, mail, event, other, attachments);
    }

    /** What a rule has done; by nobody. */
    static ItemBody ruled(Instant at, Happening event, Map<String, String> attributes) {
        return new ItemBody(Kind.EVENT, Direction.OUT, at, null, "", "", null, event, attributes, List.of());
    }

    /** The attributes that readers are told. */
    Map<String, String> told() {
        return kind == Kind.MESSAGE ? Map.of() : attributes;
    }

    byte[] bytes() {
        return ClearWriter.begin()
                .put("kind", kind)
                .put("direction", direction)
                .put("at", at)
                .put("author", author)
                .put("title", title)
                .put("text", text)
                .one("mail", mail, (to, part) -> part.write(to))
                .one("event", event, (to, done) -> to.put("what", done.what()).put("value", done.value()))
                .put("attributes", attributes)
                .each("attachments", attachments, ItemBody::write)
                .bytes();
    }

    static ItemBody of(byte[] bytes) {
        ClearReader from = ClearReader.of(bytes);
        return new ItemBody(
                Kind.valueOf(from.text("kind")),
                Direction.valueOf(from.text("direction")),
                from.instant("at"),
                from.idOrNull("author"),
                from.text("title"),
                from.text("text"),
                from.one("mail", Correspondence::read),
                from.one(
                        "event",
                        done -> new Happening(Happening.What.valueOf(done.text("what")), done.textOrNull("value"))),
                from.map("attributes"),
                from.each("attachments", ItemBody::attachment));
    }

    private static void write(ClearWriter to, Attachment file) {
        to.put("id", file.id())
                .put("name", file.name())
                .put("type", file.type())
                .put("size", file.size())
                .put("contentId", file.contentId())
                .put("metadata", file.findings().metadata())
                .put("scan", file.findings().scan().result())
                .put("signature", file.findings().scan().signature())
                .put("macros", file.findings().macros())
                .put("original", file.original());
    }

    private static Attachment attachment(ClearReader from) {
        return new Attachment(
                from.id("id"),
                from.text("name"),
                from.text("type"),
                from.number("size"),
                from.textOrNull("contentId"),
                findings(from),
                from.flag("original"));
    }

    /** Older entries say nothing of their files. */
    private static Findings findings(ClearReader from) {
        Metadata metadata = from.valueOrNull("metadata", Metadata::valueOf);
        Scan.Result scan = from.valueOrNull("scan", Scan.Result::valueOf);
        return metadata == null || scan == null
                ? Findings.NONE
                : new Findings(metadata, new Scan(scan, from.text("signature")), from.flag("macros"));
    }
}
