package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.outbox.ScriptedSmtp;
import org.obhut.testing.KillableObhut;
import org.obhut.testing.ListedTicket;

/** Clients are told that their first mail has come: on the real server, with the setting on. */
class AcknowledgementIT {

    private static final Duration TIME_TO_ARRIVE = Duration.ofSeconds(60);
    private static final String OTHER = "consiliere@obhut.example";

    @TempDir
    Path folder;

    private KillableObhut obhut;

    private void start(String... more) throws Exception {
        for (String name : List.of("beratung", "consiliere")) {
            obhut.set("obhut.mailbox." + name + ".acknowledge", "true");
            obhut.set("obhut.mailbox." + name + ".subaddressing", "true");
            obhut.set("obhut.mailbox." + name + ".acknowledge.emergency", "112");
        }
        for (int i = 0; i < more.length; i += 2) {
            obhut.set(more[i], more[i + 1]);
        }
        obhut.start();
    }

    /** Writes to a mailbox; {@code more} are header fields, each ended by a line feed. Returns the Message-ID. */
    private String send(String from, String to, String more, String text) throws Exception {
        String id = UUID.randomUUID() + "@client.example";
        String mail = "From: " + from + "\nTo: " + to + "\nSubject: Frage\nDate: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)) + "\nMessage-ID: <"
                + id
                + ">\n" + more + "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
                + "Content-Transfer-Encoding: 8bit\n\n" + text + "\n";
        try (var smtp = new RawSmtp(obhut.obhut().smtpPort())) {
            smtp.send(from, to, mail.getBytes(StandardCharsets.UTF_8));
        }
        return id;
    }

    private Api person(String name) throws Exception {
        return Api.signIn(obhut.obhut().address(), name);
    }

    private JsonObject ticketOf(Api person, String client) throws Exception {
        JsonObject row = Await.value("the ticket of " + client, TIME_TO_ARRIVE, () -> row(person, client));
        return person.ticket(row.getString("id"));
    }

    private static Optional<JsonObject> row(Api person, String client) throws Exception {
        return person.tickets("team").stream()
                .filter(row -> ListedTicket.isFrom(row, client))
                .findFirst();
    }

    private static List<JsonObject> timeline(JsonObject ticket) {
        return ticket.getJsonArray("timeline").getValuesAs(JsonObject.class);
    }

    @Test
    void aConversationIsAcknowledgedOnceAndMachinesNever() throws Exception {
        try (var killable = KillableObhut.in(folder)) {
            obhut = killable;
            start();
            eachInItsLanguage();
            onceInAConversation();
            mailboxesDoNotWriteToEachOther();
        }
    }

    private void eachInItsLanguage() throws Exception {
        assertAcknowledged(
                "german@client.example", "Guten Tag, ich habe eine Frage zur Anmeldung und weiß nicht weiter.", """
                Subject: Ihre Nachricht
                Date: DATE
                Message-ID: <ID@obhut.example>
                In-Reply-To: <THEIRS>
                References: <THEIRS>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: quoted-printable

                Ihre Nachricht ist angekommen.
                Sie bekommen so bald wie m=C3=B6glich eine Antwort.
                112
                """);
        assertAcknowledged(
                "romanian@client.example",
                "Bună ziua, am o întrebare despre înregistrare și nu știu ce să fac. Vă rog să-mi răspundeți.",
                """
                Subject: =?UTF-8?B?TWVzYWp1bCBkdW1uZWF2b2FzdHLEgw==?=
                Date: DATE
                Message-ID: <ID@obhut.example>
                In-Reply-To: <THEIRS>
                References: <THEIRS>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: quoted-printable

                Mesajul dumneavoastr=C4=83 a ajuns.
                Ve=C8=9Bi primi un r=C4=83spuns c=C3=A2t mai cur=C3=A2nd posibil.
                112
                """);
        assertAcknowledged(
                "english@client.example",
                "Hello, I have a question about the registration and do not know what to do. Can you please help me?",
                """
                Subject: Your message
                Date: DATE
                Message-ID: <ID@obhut.example>
                In-Reply-To: <THEIRS>
                References: <THEIRS>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 7bit

                Your message has arrived.
                You will get an answer as soon as possible.
                112
                """);
    }

    /** The whole message as it lies in the client's mailbox, but for what is random, the time, and the mail server's own traces. */
    private void assertAcknowledged(String client, String text, String golden) throws Exception {
        String theirs = send(client, Mails.COUNSELLING, "", text);
        JsonObject ticket = ticketOf(person("anna"), client);
        assertEquals("open", ticket.getString("status"));
        assertEquals(1, ticket.getInt("messageCount"));
        JsonObject entry = timeline(ticket).get(1);
        assertEquals("automatic-reply", entry.getString("mailKind"));
        assertEquals("out", entry.getString("direction"));
        assertTrue(entry.isNull("author"));
        try (var mailbox = ImapInbox.ofClient(obhut.obhut().imapPort(), client)) {
            String mail =
                    new String(mailbox.await(1, TIME_TO_ARRIVE), StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
            assertEquals(
                    "From: beratung@obhut.example\nTo: " + client + "\nReply-To: beratung+TOKEN@obhut.example\n"
                            + golden.stripTrailing(),
                    mail.replaceAll("(?m)^(Received|Return-Path):.*\n(\\s.*\n)*", "")
                            .replaceAll("\\+[a-z2-7]{26}@", "+TOKEN@")
                            .replaceAll("Date: .* \\+0000", "Date: DATE")
                            .replaceAll("<[0-9a-f]{32}@", "<ID@")
                            .replace(theirs, "THEIRS")
                            // The demo mail server keeps no line end at the end of a mail.
                            .stripTrailing());
        }
    }

    private void onceInAConversation() throws Exception {
        String client = "twice@client.example";
        Api anna = person("anna");
        String first = send(client, Mails.COUNSELLING, "", "Guten Tag, ich habe eine Frage.");
        String id = ticketOf(anna, client).getString("id");
        try (var mailbox = ImapInbox.ofClient(obhut.obhut().imapPort(), client)) {
            String word = ImapInbox.parsed(mailbox.await(1, TIME_TO_ARRIVE)).getMessageID();
            send(client, Mails.COUNSELLING, "References: <" + first + ">\n", "Noch etwas.");
            send(client, Mails.COUNSELLING, "In-Reply-To: " + word + "\n", "Danke.");
            send(
                    client,
                    Mails.COUNSELLING,
                    "In-Reply-To: " + word + "\nAuto-Submitted: auto-replied\n",
                    "Bin im Urlaub.");
            send(client, Mails.COUNSELLING, "Auto-Submitted: auto-replied\n", "Bin im Urlaub.");
            Await.until(
                    "three more entries",
                    TIME_TO_ARRIVE,
                    () -> timeline(anna.ticket(id)).size() == 5);
            Await.until(
                    "the absence note that names nothing",
                    TIME_TO_ARRIVE,
                    () -> anna.tickets("team").stream()
                                    .filter(row -> ListedTicket.isFrom(row, client))
                                    .count()
                            == 2);
            // Whatever would be sent was put into the outbox with these entries.
            Await.until("an empty outbox", TIME_TO_ARRIVE, () -> outbox() == 0);
            assertEquals(1, mailbox.count());
        }
        assertEquals(1, acknowledgements(anna.ticket(id)));
    }

    /** As if each had got the other's mail: nobody tells the other that it has arrived. */
    private void mailboxesDoNotWriteToEachOther() throws Exception {
        send(OTHER, Mails.COUNSELLING, "", "Guten Tag, ich habe eine Frage.");
        send(Mails.COUNSELLING, OTHER, "", "Guten Tag, ich habe eine Frage.");
        send(Mails.COUNSELLING, Mails.COUNSELLING, "", "Guten Tag, ich habe eine Frage.");
        JsonObject here = ticketOf(person("anna"), OTHER);
        JsonObject there = ticketOf(person("ion"), Mails.COUNSELLING);
        JsonObject itself = ticketOf(person("anna"), Mails.COUNSELLING);
        for (JsonObject ticket : List.of(here, there, itself)) {
            assertEquals(1, timeline(ticket).size());
        }
        assertEquals(0, outbox());
    }

    private static long acknowledgements(JsonObject ticket) {
        return timeline(ticket).stream()
                .filter(entry -> entry.getString("direction").equals("out"))
                .count();
    }

    private long outbox() throws Exception {
        try (Connection database = obhut.obhut().database();
                var rows = database.createStatement().executeQuery("SELECT count(*) FROM outbox")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void aKillBringsNoneTwice() throws Exception {
        try (var killable = KillableObhut.in(folder);
                var smtp = new ScriptedSmtp()) {
            obhut = killable;
            smtp.before("MAIL", killable::kill);
            start("obhut.mailbox.beratung.smtp.port", Integer.toString(smtp.port()));
            send("one@client.example", Mails.COUNSELLING, "", "Guten Tag, ich habe eine Frage.");
            Await.until("the kill before the final dot", TIME_TO_ARRIVE, killable::dead);
            endLeases();
            killable.start();
            Await.until("the first", TIME_TO_ARRIVE, () -> smtp.taken().size() == 1);
            Await.until("that it was sent", TIME_TO_ARRIVE, () -> state("one@client.example")
                    .equals("sent"));

            smtp.answer(".", ScriptedSmtp.TAKE_AND_HANG, "250 taken").before(".", killable::kill);
            send("two@client.example", Mails.COUNSELLING, "", "Guten Tag, ich habe eine Frage.");
            Await.until("the kill after the final dot", TIME_TO_ARRIVE, killable::dead);
            endLeases();
            killable.start();
            Await.until("that it will not be sent again", TIME_TO_ARRIVE, () -> state("two@client.example")
                    .equals("failed"));
            assertEquals(2, smtp.taken().size(), "each once");
            assertEquals(0, outbox());
            for (String client : List.of("one@client.example", "two@client.example")) {
                assertEquals(1, acknowledgements(ticketOf(person("anna"), client)));
            }
        }
    }

    private String state(String client) throws Exception {
        JsonObject entry = timeline(ticketOf(person("anna"), client)).get(1);
        return entry.isNull("delivery") ? "" : entry.getString("delivery");
    }

    /** What takes a minute before the final dot and a quarter of an hour after it: the dead server's claim runs out. */
    private void endLeases() throws Exception {
        try (Connection database = obhut.obhut().database();
                var statement = database.createStatement()) {
            assertEquals(1, statement.executeUpdate("UPDATE outbox SET lease_until = now() WHERE state = 'claimed'"));
        }
    }
}
