package org.obhut.launcher;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/**
 * Plays the sample conversations once: clients write by SMTP, demo people read and answer by the REST API, and clients
 * answer what has really arrived in their mailboxes.
 */
final class DemoPlay implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final long NANOSECONDS_BETWEEN_LOOKS = 50_000_000;
    private static final Map<String, String> READERS =
            Map.of("beratung@obhut.example", "leyla", "consiliere@obhut.example", "ion");

    private final URI server;
    private final DemoMailServer mail;
    private final Map<String, CounsellorSession> sessions = new HashMap<>();

    DemoPlay(URI server, DemoMailServer mail) {
        this.server = server;
        this.mail = mail;
    }

    void play(List<Conversation> conversations) throws Exception {
        for (Conversation conversation : conversations) {
            play(conversation);
        }
    }

    private void play(Conversation conversation) throws Exception {
        String mailbox = conversation.head().get("mailbox");
        String address = conversation.head().get("client");
        CounsellorSession reader = session(READERS.get(mailbox));
        SampleClient client = address == null ? null : new SampleClient(mail, address, mailbox);
        String ticket = "";
        for (Conversation.Entry entry : conversation.entries()) {
            switch (entry.kind()) {
                case "client" -> ticket = clientWrites(client, reader, ticket, entry);
                case "reply" -> reply(client, ticket, entry);
                case "call" -> ticket = call(entry);
                case "note" ->
                    session(entry.person())
                            .post(
                                    "tickets/" + ticket + "/notes",
                                    Json.createObjectBuilder().add("text", entry.text()));
                case "assign" ->
                    session(entry.person())
                            .put(ticket, "assignee", entry.words().get(2));
                case "status" ->
                    session(entry.person()).put(ticket, "status", entry.words().get(2));
                default -> throw new IOException("unknown sample entry");
            }
        }
    }

    private String clientWrites(SampleClient client, CounsellorSession reader, String ticket, Conversation.Entry entry)
            throws Exception {
        if (ticket.isEmpty()) {
            client.write(entry);
            return await("a ticket", () -> reader.ticketOf(client.address())).getString("id");
        }
        int before = reader.ticket(ticket).getInt("messageCount");
        client.write(entry);
        await("an answer in its ticket", () -> Optional.of(reader.ticket(ticket).getInt("messageCount"))
                .filter(now -> now > before));
        return ticket;
    }

    private void reply(SampleClient client, String ticket, Conversation.Entry entry) throws Exception {
        CounsellorSession counsellor = session(entry.person());
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("text", entry.text())
                .add("version", counsellor.ticket(ticket).getJsonNumber("version"));
        counsellor.post("tickets/" + ticket + "/replies", body);
        await("a reply in the client's mailbox", () -> Optional.of(client).filter(SampleClient::received));
    }

    private String call(Conversation.Entry entry) throws Exception {
        JsonObjectBuilder body = Json.createObjectBuilder();
        entry.fields().forEach((name, value) -> {
            switch (name) {
                case "topics" -> body.add(name, list(value));
                case "interpreter" -> body.add(name, Boolean.parseBoolean(value));
                default -> body.add(name, value);
            }
        });
        if (!entry.text().isEmpty()) {
            body.add("note", entry.text());
        }
        JsonObject logged = session(entry.person()).post("calls", body);
        return logged.getString("ticket", "");
    }

    private static JsonArrayBuilder list(String commaSeparated) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (String item : commaSeparated.split(",")) {
            list.add(item.strip());
        }
        return list;
    }

    private CounsellorSession session(String name) throws IOException, InterruptedException {
        CounsellorSession known = sessions.get(name);
        if (known == null) {
            known = new CounsellorSession(server, name);
            sessions.put(name, known);
        }
        return known;
    }

    private static <T> T await(String what, Callable<Optional<T>> look) throws Exception {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> seen = look.call();
            if (seen.isPresent()) {
                return seen.get();
            }
            LockSupport.parkNanos(NANOSECONDS_BETWEEN_LOOKS);
        }
        throw new IOException("not within " + DEADLINE.toSeconds() + " s: " + what);
    }

    @Override
    public void close() throws IOException {
        for (CounsellorSession session : sessions.values()) {
            session.close();
        }
    }
}
