package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.obhut.outbox.DeliveryReason;
import org.obhut.ticket.MailKind;

/** Mails of our own writing in the forms of many programs: what a machine wrote is known, and no person is taken for one. */
class KindsOfMailTest {

    private static final Map<String, MailKind> KINDS = Map.of(
            "failure", MailKind.DELIVERY_FAILURE,
            "delay", MailKind.DELIVERY_DELAY,
            "notice", MailKind.DELIVERY_NOTICE,
            "receipt", MailKind.READ_RECEIPT,
            "feedback", MailKind.FEEDBACK_REPORT);

    private final MailParser parser = new MailParser(1 << 20);

    private static List<Path> mails(String folder) throws IOException, URISyntaxException {
        try (Stream<Path> files =
                Files.list(Path.of(KindsOfMailTest.class.getResource(folder).toURI()))) {
            return files.sorted().toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.eml$", "");
    }

    @TestFactory
    Stream<DynamicTest> aMachinesAnswerIsKnown() throws Exception {
        return mails("automatic").stream()
                .map(file -> DynamicTest.dynamicTest(
                        name(file),
                        () -> assertEquals(MailKind.AUTOMATIC_REPLY, read(file).kind(), name(file))));
    }

    @TestFactory
    Stream<DynamicTest> aPersonIsTakenForAPerson() throws Exception {
        return mails("personal").stream()
                .map(file -> DynamicTest.dynamicTest(
                        name(file),
                        () -> assertEquals(MailKind.PERSONAL, read(file).kind(), name(file))));
    }

    /** The name of a file says what it is and, after the last hyphen, why the mail did not arrive. */
    @TestFactory
    Stream<DynamicTest> aReportIsKnownWithItsReasonAndItsMail() throws Exception {
        return mails("bounces").stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    ParsedMail mail = read(file);
                    String[] name = name(file).split("-");
                    assertEquals(KINDS.get(name[0]), mail.kind(), name(file));
                    DeliveryReason known = mail.report().reason();
                    String reason = known == null ? null : known.name().toLowerCase(Locale.ROOT);
                    assertEquals(
                            name[0].equals("failure") || name[0].equals("delay") ? name[name.length - 1] : null,
                            reason);
                    boolean found = mail.report().messageIds().contains("k1.20260309@obhut.example")
                            || mail.references().contains("k1.20260309@obhut.example");
                    assertTrue(found, "our mail is not found in it");
                }));
    }

    /** What a person has sent must be seen by a person, and what calls itself a report must be answered by no machine. */
    @Test
    void aReportThatReportsNothingIsItsSendersWordsAndNoMachineAnswersIt() throws Exception {
        String damaged = "\r\nTo: beratung@obhut.example\r\nSubject: Unzustellbar\r\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n"
                + "--x\r\n\r\nDas kam zurück: Undelivered Mail Returned to Sender\r\n"
                + "--x\r\nContent-Type: message/delivery-status\r\n\r\n\0\0\r\n--x--\r\n";
        ParsedMail person = read("From: Mira <mira@client.example>" + damaged);
        assertEquals(MailKind.PERSONAL, person.kind());
        assertFalse(person.automaticAnswer());
        ParsedMail program = read("From: Mail Delivery System <mailer-daemon@client.example>" + damaged);
        assertEquals(MailKind.DELIVERY_FAILURE, program.kind());
        assertFalse(program.automaticAnswer());
    }

    private ParsedMail read(String mail) throws Exception {
        return parser.parse(mail.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSetIsAsLargeAsPromised() throws Exception {
        Map<String, Long> languages = mails("automatic").stream()
                .collect(Collectors.groupingBy(file -> name(file).substring(0, 2), Collectors.counting()));
        assertTrue(mails("automatic").size() >= 60, "automatic replies");
        assertTrue(languages
                .keySet()
                .containsAll(
                        List.of("de", "en", "ro", "bg", "hu", "pl", "es", "ru", "tr", "fr", "pt", "sq", "zh", "th")));
        assertTrue(mails("bounces").size() >= 40, "reports");
        System.out.println("own set: automatic " + mails("automatic").size() + " " + languages + ", reports "
                + mails("bounces").size() + ", personal " + mails("personal").size());
    }

    private ParsedMail read(Path file) throws Exception {
        return parser.parse(Files.readAllBytes(file));
    }
}
