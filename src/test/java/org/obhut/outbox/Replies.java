package org.obhut.outbox;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Replies for tests: a plain one, changed where a test needs it. */
record Replies(
        String to,
        String text,
        List<OutgoingReply.File> files,
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
        var sender = new SenderIdentity(MAILBOX, null, "Ihre Nachricht", false);
        return new Replies(
                "mira@client.example", "Guten Tag,\n\ndas geht.\n", List.of(), null, List.of(), sender, NOON, false);
    }

    Replies to(String to) {
        return new Replies(to, text, files, inReplyTo, references, sender, notBefore, automatic);
    }

    Replies text(String text) {
        return new Replies(to, text, files, inReplyTo, references, sender, notBefore, automatic);
    }

    Replies file(String name, String type, byte[] bytes) {
        var files = List.of(new OutgoingReply.File(name, type, bytes));
        return new Replies(to, text, files, inReplyTo, references, sender, notBefore, automatic);
    }

    Replies answering(@Nullable String inReplyTo, String... references) {
        return new Replies(to, text, files, inReplyTo, List.of(references), sender, notBefore, automatic);
    }

    Replies from(SenderIdentity sender) {
        return new Replies(to, text, files, inReplyTo, references, sender, notBefore, automatic);
    }

    Replies notBefore(Instant notBefore) {
        return new Replies(to, text, files, inReplyTo, references, sender, notBefore, automatic);
    }

    /** Written by nobody. */
    Replies byItself() {
        return new Replies(to, text, files, inReplyTo, references, sender, notBefore, true);
    }

    OutgoingReply reply() {
        return reply(ITEM);
    }

    OutgoingReply reply(UUID item) {
        return new OutgoingReply(
                item,
                TICKET,
                sender.address(),
                to,
                "de",
                text,
                files,
                inReplyTo,
                references,
                TOKEN,
                notBefore,
                automatic);
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
