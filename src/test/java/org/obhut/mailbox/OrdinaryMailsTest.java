package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.obhut.ticket.AttachmentContent;
import org.obhut.ticket.MailKind;

/** What people write every day is read to the letter, and nothing of it is taken for a machine's. */
class OrdinaryMailsTest {

    private final MailParser parser = new MailParser(1 << 20);

    static Stream<OrdinaryMails.Ordinary> mails() {
        return OrdinaryMails.all().stream();
    }

    @Test
    void areManyAndOfManyLanguagesAndPrograms() {
        List<OrdinaryMails.Ordinary> all = OrdinaryMails.all();
        assertTrue(all.size() >= 200, "only " + all.size());
        assertEquals(
                14,
                all.stream()
                        .map(mail -> mail.title().substring(0, 2))
                        .distinct()
                        .count());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    void isReadToTheLetter(OrdinaryMails.Ordinary mail) throws Exception {
        ParsedMail read = parser.parse(mail.bytes());
        String text = read.text().replaceAll("\\s+", " ");
        String newText = read.newText().replaceAll("\\s+", " ");
        assertAll(
                () -> assertEquals(mail.subject(), read.subject()),
                () -> assertEquals(mail.name(), read.from().name()),
                () -> mail.lines().forEach(line -> assertTrue(text.contains(line), line + " not in " + text)),
                () -> assertTrue(newText.contains(mail.lines().get(1)), newText),
                () -> assertEquals(
                        mail.files(),
                        read.attachments().stream().map(AttachmentContent::name).toList()),
                () -> assertEquals(MailKind.PERSONAL, read.kind()),
                () -> assertNull(read.report()),
                () -> assertNull(read.protection()));
    }
}
