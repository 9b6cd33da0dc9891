package org.obhut.outbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.obhut.mailbox.MailParser;
import org.obhut.mailbox.ParsedMail;
import org.obhut.ticket.AttachmentContent;

/**
 * Whole messages as they go out, byte by byte, held by files that a person has looked at; and each of them read again by two
 * readers who know nothing of how it was made. What a case has become now is in {@code target/golden} after a run.
 */
class GoldenMailTest {

    private static final Set<String> HEADERS = Set.of(
            "From",
            "To",
            "Reply-To",
            "Subject",
            "Date",
            "Message-ID",
            "In-Reply-To",
            "References",
            "Auto-Submitted",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding");

    /** The neutral ones, and what a test chose itself. */
    private static final Set<String> SUBJECTS = Set.of(
            "Ihre Nachricht",
            "Вашето съобщение",
            "Mesajul dumneavoastră [#" + Replies.TOKEN + "]",
            "Weitergeleitete Anfrage");

    static Set<String> names() {
        return GoldenMails.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isExactlyThis(String name) throws IOException {
        OutgoingMail mail = GoldenMails.all().get(name).mail();
        Path made = Path.of("target", "golden", name + ".eml");
        Files.createDirectories(made.getParent());
        Files.write(made, mail.bytes());
        try (InputStream golden = GoldenMailTest.class.getResourceAsStream("golden/" + name + ".eml")) {
            assertTrue(golden != null, "there is no golden file of " + name);
            assertEquals(new String(golden.readAllBytes(), StandardCharsets.ISO_8859_1), OutgoingMailTest.text(mail));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void keepsToTheLettersAndLinesThatServersTake(String name) {
        OutgoingMail mail = GoldenMails.all().get(name).mail();
        String text = OutgoingMailTest.text(mail);
        assertFalse(text.replace("\r\n", "").matches("(?s).*[\\r\\n\\x00].*"), "a bare line end, or NUL");
        assertTrue(text.endsWith("\r\n"));
        for (String line : text.split("\r\n")) {
            assertTrue(line.length() <= 78, line);
            assertFalse(line.startsWith(".") || line.startsWith("From "), line);
            boolean address = name.equals("international-address") && line.startsWith("To: ");
            assertTrue(address || line.chars().allMatch(each -> each < 0x7f), line);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysNothingOfPersonMachineOrProgram(String name) throws Exception {
        MimeMessage mail = angus(GoldenMails.all().get(name).mail());
        for (var headers = mail.getAllHeaders(); headers.hasMoreElements(); ) {
            String header = headers.nextElement().getName();
            assertTrue(HEADERS.contains(header), header);
        }
        assertTrue(SUBJECTS.contains(mail.getSubject()), mail.getSubject());
        assertEquals(Replies.MAILBOX, ((InternetAddress) mail.getFrom()[0]).getAddress());
        String personal = ((InternetAddress) mail.getFrom()[0]).getPersonal();
        assertTrue(personal == null || personal.equals("Beratung"));
        assertTrue(mail.getHeader("Date", null).endsWith(" +0000"));
        assertTrue(mail.getMessageID().matches("<[0-9a-f]{32}@obhut\\.example>"));
        String whole = OutgoingMailTest.text(GoldenMails.all().get(name).mail());
        assertFalse(whole.contains(InetAddress.getLocalHost().getHostName() + "."));
        assertFalse(whole.matches("(?is).*(x-mailer|user-agent|angus|javamail|_part_|localhost).*"));
        assertFalse(
                whole.matches("(?is).*(<img|<style|<script| src=|style=|url\\().*"), "something to load or to tell by");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyPartDeclaresHowItIsEncoded(String name) throws Exception {
        assertTrue(leaves(angus(GoldenMails.all().get(name).mail())).stream()
                .allMatch(GoldenMailTest::declaresItsEncoding));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aMailLibraryReadsWhatWasWritten(String name) throws Exception {
        Replies written = GoldenMails.all().get(name);
        List<Part> leaves = leaves(angus(written.mail()));
        assertEquals(expected(written), leaves.get(0).getContent().toString().replace("\r\n", "\n"));
        int more = written.letter().html() ? 2 : 1;
        assertEquals(written.letter().files().size() + more, leaves.size());
        for (int i = 0; i < written.letter().files().size(); i++) {
            Letter.File file = written.letter().files().get(i);
            assertEquals(file.name(), leaves.get(i + more).getFileName());
            assertEquals(Part.ATTACHMENT, leaves.get(i + more).getDisposition());
            assertArrayEquals(
                    file.bytes(), leaves.get(i + more).getInputStream().readAllBytes());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void ourOwnReaderReadsWhatWasWritten(String name) throws Exception {
        Replies written = GoldenMails.all().get(name);
        ParsedMail read = new MailParser(1 << 20).parse(written.mail().bytes());
        assertEquals(expected(written).stripTrailing(), read.text().stripTrailing());
        assertEquals(
                written.letter().files().stream().map(Letter.File::name).toList(),
                read.attachments().stream().map(AttachmentContent::name).toList());
        for (int i = 0; i < read.attachments().size(); i++) {
            assertArrayEquals(
                    written.letter().files().get(i).bytes(),
                    read.attachments().get(i).bytes());
        }
        assertEquals(
                written.inReplyTo(),
                read.references().isEmpty() ? null : read.references().get(0));
    }

    private static String expected(Replies written) {
        String text = written.letter().text();
        return text.endsWith("\n") ? text : text + "\n";
    }

    private static boolean declaresItsEncoding(Part part) {
        try {
            String[] encoding = part.getHeader("Content-Transfer-Encoding");
            return encoding != null
                    && Set.of("7bit", "quoted-printable", "base64").contains(encoding[0]);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Part> leaves(Part part) throws Exception {
        if (!(part.getContent() instanceof MimeMultipart several)) {
            return List.of(part);
        }
        var leaves = new ArrayList<Part>();
        for (int i = 0; i < several.getCount(); i++) {
            BodyPart one = several.getBodyPart(i);
            leaves.addAll(leaves(one));
        }
        return leaves;
    }

    private static MimeMessage angus(OutgoingMail mail) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.bytes()));
    }
}
