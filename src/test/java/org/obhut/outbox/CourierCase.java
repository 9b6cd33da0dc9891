package org.obhut.outbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A scripted mail server and a courier that talks to it. */
abstract class CourierCase {

    static final SmtpPatience SHORT =
            new SmtpPatience(Duration.ofSeconds(5), Duration.ofMillis(400), Duration.ofSeconds(5));
    static final SmtpPatience LONG =
            new SmtpPatience(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20));
    static final AddrSpec SENDER = AddrSpec.parse("from", Replies.MAILBOX);
    static final String TEXT = "Subject: x\r\n\r\n.leading dot\r\n..\r\nGrüße\r\n";
    static final Parcel PARCEL = new Parcel("mira@client.example", TEXT.getBytes(StandardCharsets.ISO_8859_1), false);

    final AtomicInteger dots = new AtomicInteger();
    final KnownServers servers = new KnownServers();
    final Courier courier = new Courier(LONG, servers);
    ScriptedSmtp smtp;

    @BeforeEach
    void start() throws IOException {
        smtp = new ScriptedSmtp(null);
    }

    @AfterEach
    void stop() throws IOException {
        smtp.close();
    }

    /** Nobody waits for the answer to QUIT, so it may come or not. */
    List<String> withoutFarewell() {
        return smtp.lines().stream().filter(line -> !line.equals("QUIT")).toList();
    }

    Outcome deliver() {
        return courier.deliver(smtp.account("none"), SENDER, PARCEL, this::dot);
    }

    boolean dot() {
        dots.incrementAndGet();
        return true;
    }
}
