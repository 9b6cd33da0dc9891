package org.obhut.acceptance;

import java.nio.charset.StandardCharsets;

/** Plain mails as a client's mail program writes them. */
final class Mails {

    static final String COUNSELLING = "beratung@obhut.example";

    private Mails() {}

    /** A text mail; {@code more} are further header fields, each ended by a line feed. */
    static byte[] text(String from, String subject, String messageId, String more, String text) {
        return ("""
                From: %s
                To: %s
                Subject: %s
                Date: Mon, 02 Nov 2026 09:15:00 +0100
                Message-ID: <%s>
                %sMIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                %s
                """.formatted(from, COUNSELLING, subject, messageId, more, text)).getBytes(StandardCharsets.UTF_8);
    }
}
