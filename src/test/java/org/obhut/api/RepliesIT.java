package org.obhut.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obhut.testing.ListedTicket;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithObhut;

/** A client's mail, and the answer to it, by the interface alone. */
@WithObhut
class RepliesIT {

    private static final byte[] FILE = "Übersicht\r\n\0\u00ff".getBytes(StandardCharsets.UTF_8);

    private final RunningObhut obhut;
    private final Http anna;
    private final String client = "client-" + UUID.randomUUID() + "@client.example";
    private String ticket = "";

    RepliesIT(RunningObhut obhut) {
        this.obhut = obhut;
        anna = Http.as(obhut, "anna");
    }

    @BeforeEach
    void writeToObhut() throws MessagingException {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "localhost");
        settings.setProperty("mail.smtp.port", String.valueOf(obhut.smtpPort()));
        var mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom(new InternetAddress(client));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("beratung@obhut.example"));
        mail.setSubject("Frage zur Anmeldung");
        var text = new MimeBodyPart();
        text.setText("Guten Tag, muss ich mich anmelden?", "UTF-8");
        var file = new MimeBodyPart();
        file.setContent(FILE, "application/octet-stream");
        file.setFileName("Übersicht.bin");
        mail.setContent(new MimeMultipart(text, file));
        Transport.send(mail);
        ticket = eventually("the ticket", () -> tickets().stream()
                        .filter(row -> ListedTicket.isFrom(row, client))
                        .findFirst())
                .getString("id");
    }

    private List<JsonObject> tickets() {
        return anna.get("/tickets?folder=new&limit=200").json().getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(row -> !row.isNull("from"))
                .toList();
    }

    @Test
    void aMailIsReadAsItWasWritten() {
        JsonObject seen = seen();
        assertEquals("mail", seen.getString("channel"));
        assertEquals("Frage zur Anmeldung", seen.getString("subject"));
        assertEquals(client, seen.getJsonObject("client").getString("address"));
        assertEquals(1, seen.getInt("messageCount"));
        JsonObject mail = entries("message").get(0);
        assertEquals("in", mail.getString("direction"));
        assertEquals(
                "Guten Tag, muss ich mich anmelden?", mail.getString("text").strip());
        assertTrue(mail.isNull("delivery"));
        JsonObject file = mail.getJsonArray("attachments").getJsonObject(0);
        assertEquals("Übersicht.bin", file.getString("name"));
        assertEquals(FILE.length, file.getInt("size"));
    }

    @Test
    void aFileComesAsBytesThatNothingActsOn() {
        String file = entries("message")
                .get(0)
                .getJsonArray("attachments")
                .getJsonObject(0)
                .getString("id");
        var answer = anna.get("/tickets/" + ticket + "/attachments/" + file);
        assertEquals(200, answer.status());
        assertArrayEquals(FILE, answer.bytes());
        assertEquals("application/octet-stream", answer.header("Content-Type"));
        assertEquals("attachment", answer.header("Content-Disposition"));
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
    }

    @Test
    void aReplyReachesTheClientWithItsFileAndShowsNobody() throws Exception {
        String base64 = Base64.getEncoder().encodeToString(FILE);
        var answer = reply(
                anna,
                "{\"text\":\"Guten Tag, das müssen Sie. Grüße\",\"version\":" + version()
                        + ",\"attachments\":[{\"name\":\"Übersicht.bin\",\"type\":\"application/octet-stream\",\"base64\":\""
                        + base64 + "\"}]}");
        assertEquals(202, answer.status(), answer::toString);
        assertEquals(Set.of("messageId", "delivery", "version"), answer.json().keySet());
        assertTrue(Set.of("held", "sending").contains(answer.json().getString("delivery")));

        MimeMessage mail = eventually("the reply", this::received);
        assertEquals("beratung@obhut.example", ((InternetAddress) mail.getFrom()[0]).getAddress());
        assertFalse(raw(mail).contains("anna"));
        assertNotEquals("Frage zur Anmeldung", mail.getSubject());
        var parts = (MimeMultipart) mail.getContent();
        assertEquals(
                "Guten Tag, das müssen Sie. Grüße",
                parts.getBodyPart(0).getContent().toString().strip());
        assertArrayEquals(FILE, parts.getBodyPart(1).getInputStream().readAllBytes());

        String id = answer.json().getString("messageId");
        JsonObject sent = eventually("delivery", () -> entries("message").stream()
                .filter(entry -> entry.getString("id").equals(id))
                .filter(entry -> "sent".equals(entry.getString("delivery")))
                .findFirst());
        assertEquals("anna", sent.getString("author"));
        assertEquals("out", sent.getString("direction"));
        assertEquals("waiting", seen().getString("status"));
        assertEquals(2, seen().getInt("messageCount"));
        assertEquals(
                409,
                anna.call("DELETE", "/tickets/" + ticket + "/replies/" + id, null)
                        .status());
    }

    @Test
    void theSameKeyIsTheSameReply() throws Exception {
        Http keyed = anna.with("Idempotency-Key", UUID.randomUUID().toString());
        String body = "{\"text\":\"Guten Tag\",\"version\":" + version() + "}";
        var first = reply(keyed, body);
        var second = reply(keyed, body);
        assertEquals(202, first.status(), first::toString);
        assertEquals(202, second.status(), second::toString);
        assertEquals(first.json().getString("messageId"), second.json().getString("messageId"));
        // A second reply that is really another one comes later than any double of the first could.
        assertEquals(
                202,
                reply(anna, "{\"text\":\"Nachtrag\",\"version\":" + version() + "}")
                        .status());
        eventually("the second reply", () -> Optional.of(texts()).filter(texts -> texts.contains("Nachtrag")));
        assertEquals(List.of("Guten Tag", "Nachtrag"), texts().stream().sorted().toList());
    }

    @Test
    void aReplyToWhatHasChangedIsStopped() {
        long seen = version();
        anna.call("PUT", "/tickets/" + ticket + "/follow-up", "{\"value\":\"2030-01-01\",\"version\":" + seen + "}");
        var answer = reply(anna, "{\"text\":\"Guten Tag\",\"version\":" + seen + "}");
        assertEquals(409, answer.status());
        assertEquals(version(), answer.json().getInt("version"));
        assertEquals(1, entries("message").size());
    }

    @Test
    void aReplyThatIsTooLargeIsRefusedWhole() {
        String megabyte = "A".repeat(1 << 20);
        var files = new ArrayList<String>();
        for (int i = 0; i < 34; i++) {
            files.add("{\"name\":\"a\",\"type\":\"b/c\",\"base64\":\"" + megabyte + "\"}");
        }
        String body =
                "{\"text\":\"x\",\"version\":" + version() + ",\"attachments\":[" + String.join(",", files) + "]}";
        assertEquals(413, reply(anna, body).status());
        assertEquals(
                413, reply(anna, "{\"text\":\"" + "x".repeat(37 << 20) + "\"}").status());
        assertEquals(1, entries("message").size());
    }

    @Test
    void anotherTeamSeesNothingOfIt() {
        Http ion = Http.as(obhut, "ion");
        assertEquals(404, ion.get("/tickets/" + ticket).status());
        assertEquals(404, reply(ion, "{\"text\":\"Guten Tag\",\"version\":1}").status());
        String file = entries("message")
                .get(0)
                .getJsonArray("attachments")
                .getJsonObject(0)
                .getString("id");
        assertEquals(404, ion.get("/tickets/" + ticket + "/attachments/" + file).status());
    }

    private Http.Answer reply(Http person, String body) {
        return person.call("POST", "/tickets/" + ticket + "/replies", body);
    }

    private JsonObject seen() {
        return anna.get("/tickets/" + ticket).json();
    }

    private long version() {
        return seen().getInt("version");
    }

    private List<JsonObject> entries(String kind) {
        return seen().getJsonArray("timeline").stream()
                .map(JsonValue::asJsonObject)
                .filter(entry -> entry.getString("kind").equals(kind))
                .toList();
    }

    private List<String> texts() {
        return inbox().stream()
                .map(mail -> {
                    try {
                        return mail.getContent().toString().strip();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                })
                .collect(Collectors.toList());
    }

    private Optional<MimeMessage> received() {
        return inbox().stream().findFirst();
    }

    /** The client's own mailbox, where its address is user and password. */
    private List<MimeMessage> inbox() {
        var settings = new Properties();
        settings.setProperty("mail.imap.port", String.valueOf(obhut.imapPort()));
        try (var store = Session.getInstance(settings).getStore("imap")) {
            store.connect("localhost", client, client);
            Folder folder = store.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            var mails = new ArrayList<MimeMessage>();
            for (Message mail : folder.getMessages()) {
                mails.add(new MimeMessage((MimeMessage) mail));
            }
            folder.close(false);
            return mails;
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String raw(MimeMessage mail) throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        mail.writeTo(out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static <T> T eventually(String what, Supplier<Optional<T>> found) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (Instant.now().isBefore(deadline)) {
            Optional<T> value = found.get();
            if (value.isPresent()) {
                return value.get();
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError(what + " did not come");
    }
}
