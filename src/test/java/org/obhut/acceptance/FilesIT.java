package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.obhut.attachment.Pictures;
import org.obhut.testing.ListedTicket;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.ScriptedClamd;
import org.obhut.testing.WithObhut;

/** Files from a client's mail to the counsellor's disk: without the place where a picture was taken, and with the scanner's word. */
@WithObhut
class FilesIT {

    private static final Duration TIME_TO_ARRIVE = Duration.ofSeconds(30);

    private final RunningObhut obhut;
    private final Api anna;
    private final String client = "mira-" + UUID.randomUUID() + "@client.example";

    FilesIT(RunningObhut obhut) throws Exception {
        this.obhut = obhut;
        anna = Api.signIn(obhut.address(), "anna");
    }

    /** A mail with a text and one file (RFC 2046). */
    static byte[] withFile(String from, String name, String type, byte[] file) {
        return ("""
                From: %s
                To: %s
                Subject: Datei
                Message-ID: <%s@client.example>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=limit

                --limit
                Content-Type: text/plain; charset=utf-8

                Siehe Anhang
                --limit
                Content-Type: %s; name="%s"
                Content-Disposition: attachment; filename="%s"
                Content-Transfer-Encoding: base64

                %s
                --limit--
                """.formatted(
                                from,
                                Mails.COUNSELLING,
                                UUID.randomUUID(),
                                type,
                                name,
                                name,
                                Base64.getMimeEncoder(76, "\n".getBytes(StandardCharsets.US_ASCII))
                                        .encodeToString(file)))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aPictureComesWithoutThePlaceWhereItWasTaken() throws Exception {
        byte[] picture = Pictures.jpegOfAPlace();
        assertTrue(latin(picture).contains(Pictures.PLACE));
        JsonObject ticket = take("foto.jpg", "image/jpeg", picture);
        JsonObject file = file(ticket);
        assertEquals("removed", file.getString("metadata"));
        assertEquals("clean", file.getJsonObject("scan").getString("result"));
        byte[] bytes = download(ticket, file);
        assertFalse(latin(bytes).contains(Pictures.PLACE));
        assertFalse(latin(bytes).contains("Exif"));
        assertArrayEquals(Pictures.pixels(picture), Pictures.pixels(bytes));
        assertEquals(bytes.length, file.getInt("size"));
        assertTrue(page(ticket).text().contains("foto.jpg"));
    }

    @Test
    void whatTheScannerFindsIsSaidAtTheFile() throws Exception {
        JsonObject ticket = take("brief.txt", "text/plain", ScriptedClamd.infected());
        JsonObject scan = file(ticket).getJsonObject("scan");
        assertEquals("found", scan.getString("result"));
        assertEquals("Eicar-Test-Signature", scan.getString("signature"));
        assertTrue(page(ticket).text().contains("Eicar-Test-Signature"));
    }

    @Test
    void aScannerThatIsNotThereHoldsNoMailUpAndIsSaidAtTheFile() throws Exception {
        byte[] bytes = ScriptedClamd.unscannable();
        JsonObject ticket = take("brief.txt", "text/plain", bytes);
        JsonObject file = file(ticket);
        assertEquals("failed", file.getJsonObject("scan").getString("result"));
        assertArrayEquals(bytes, download(ticket, file));
        assertTrue(
                page(ticket).text().contains("nicht auf Viren geprüft: Prüfprogramm nicht erreichbar"),
                page(ticket)::text);
    }

    private JsonObject take(String name, String type, byte[] file) throws Exception {
        try (var smtp = new RawSmtp(obhut.smtpPort())) {
            smtp.send(client, Mails.COUNSELLING, withFile(client, name, type, file));
        }
        return Await.value("the ticket", TIME_TO_ARRIVE, this::ticket);
    }

    private Optional<JsonObject> ticket() throws Exception {
        for (JsonObject row : anna.tickets("team")) {
            if (ListedTicket.isFrom(row, client)) {
                return Optional.of(anna.ticket(row.getString("id")));
            }
        }
        return Optional.empty();
    }

    private static JsonObject file(JsonObject ticket) {
        return ticket.getJsonArray("timeline")
                .getJsonObject(0)
                .getJsonArray("attachments")
                .getJsonObject(0);
    }

    private byte[] download(JsonObject ticket, JsonObject file) throws Exception {
        return anna.bytes("/tickets/" + ticket.getString("id") + "/attachments/" + file.getString("id"));
    }

    private Document page(JsonObject ticket) throws Exception {
        var browser = new Browser(obhut.address());
        browser.signIn("anna");
        return browser.page("/tickets/" + ticket.getString("id") + "?folder=new");
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
