package org.obhut.mailbox;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.outbox.OutgoingMessage;

/** A mailbox that acknowledges, on a real database with real keys. The clock stands at noon on Monday, 2 March 2026. */
abstract class AcknowledgementCase {

    @TempDir
    Path keys;

    IntakeFixture fixture;
    private int number;

    @BeforeEach
    void start() {
        start("100");
    }

    void start(String perHour) {
        fixture = new IntakeFixture(keys, settings -> settings.set("acknowledge", "true")
                .set("acknowledge.per-hour", perHour)
                .set("smtp.host", "127.0.0.1")
                .set("smtp.security", "none")
                .set("hours", "Mo-Fr 09:00-17:00"));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    String mail(String fields) {
        return mail(fields, "Guten Tag, ich habe eine Frage.");
    }

    String mail(String fields, String text) {
        String from = fields.contains("From:") ? "" : "From: Mira <mira@client.example>\r\n";
        return from + "To: " + IntakeFixture.ADDRESS + "\r\nSubject: Frage\r\nMessage-ID: <" + ++number
                + "@client.example>\r\nContent-Type: text/plain; charset=UTF-8\r\n" + fields + "\r\n" + text + "\r\n";
    }

    List<OutgoingMessage> sent() {
        return fixture.desk.sent();
    }
}
