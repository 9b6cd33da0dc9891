package org.obhut.outbox;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Replies for tests: a plain one, changed where a test needs it. */
record Replies(
        String to,
        Letter letter,
        @Nullable String inReplyTo,
        List<String> references,
        SenderIdentity sender,
        Instant notBefore,
        boolean automatic) {

    static final UUID ITEM = UUID.fromString("5f0b6c1e-52f4-4a53-9d58-0d4e5f8a1b10");
    static final UUID TICKET = UUID.fromString("0d3cfa52-9a57-4c8a-8a3b-6c1b7f2f9b11");
    static final Instant NOON = Instant.parse("2026-03-05T11:00:00Z");
    static final String MAILBOX = "beratung@obhut.example";
    static final String TOKEN = "k3v9x2m7q4w8";

    static Replies plain() {
        var sender = new SenderIdentity(MAILBOX, null, "Ihre Nachricht", false, false, false);
        Letter letter = Letter.plain("Guten Tag,\n\ndas geht.\n");
        return new Replies("mira@client.example", letter, null, List.of(), sender, NOON, false);
    }

    Replies to(String to) {
        return new Replies(to, letter, inReplyTo, references, sender, notBefore, automatic);
    }

    private Replies letter(@Nullable String subject, String text, boolean html, List<Letter.File> files) {
        return new Replies(
                to, new Letter(subject, text, html, files), inReplyTo, references, sender, notBefore, automatic);
    }

    Replies text(String text) {
        return letter(letter.subject(), text, letter.html(), letter.files());
    }

    Replies subject(String subject) {
        return letter(subject, letter.text(), letter.html(), letter.files());
    }

    Replies html() {
        return letter(letter.subject(), letter.text(), true, letter.files());
    }

    /** With one file more. */
    Replies file(String name, String type, byte[] bytes) {
        var files = new ArrayList<Letter.File>(letter.files());
        files.add(new Letter.File(name, type, bytes));
        return letter(letter.subject(), letter.text(), letter.html(), files);
    }

    Replies answering(@Nullable String inReplyTo, String... references) {
        return new Replies(to, letter, inReplyTo, List.of(references), sender, notBefore, automatic);
    }

    Replies from(SenderIdentity sender) {
        return new Replies(to, letter, inReplyTo, references, sender, notBefore, automatic);
    }

    Replies notBefore(Instant notBefore) {
        return new Replies(to, letter, inReplyTo, references, sender, notBefore, automatic);
    }

    /** Written by nobody. */
    Replies byItself() {
        return new Replies(to, letter, inReplyTo, references, sender, notBefore, true);
    }

    OutgoingMessage reply() {
        return reply(ITEM);
    }

    OutgoingMessage reply(UUID item) {
        return new OutgoingMessage(
                item, TICKET, sender.address(), to, "de", letter, inReplyTo, references, TOKEN, notBefore, automatic);
    }

    OutgoingMail mail() {
        return OutgoingMail.compose(reply(), sender, NOON, new Counting());
    }

    /** Gives 00, 01, 02 … so that a whole message can be compared. */
    static final class Counting extends SecureRandom {

        private byte next;

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = next++;
            }
        }
    }
}
