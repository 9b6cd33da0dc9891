package org.obhut.mailbox;

import static org.obhut.fuzz.Bounds.expect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.obhut.fuzz.Bounds;
import org.obhut.fuzz.Resources;
import org.obhut.mime.UnparsableMail;
import org.obhut.reading.KeptLines;
import org.obhut.reading.SafeHtml;
import org.obhut.ticket.AttachmentContent;

/** Any bytes as a mail: they are read into what is bounded, or refused for one of the reasons that are bounds. */
public final class MailFuzz {

    private static final MailParser PARSER = new MailParser(1 << 20);

    private MailFuzz() {}

    public static List<byte[]> seeds() {
        List<byte[]> seeds = Resources.files("org/obhut/mailbox", ".eml");
        OrdinaryMails.all().stream().limit(120).forEach(mail -> seeds.add(mail.bytes()));
        return seeds;
    }

    /** Loads phrases, words and the language model. */
    public static void fuzzerInitialize() {
        FirstReading.read();
    }

    public static void fuzzerTestOneInput(byte[] mail) {
        Bounds.hold(mail.length, () -> read(mail));
    }

    private static void read(byte[] mail) {
        try {
            identified(mail);
            check(mail, PARSER.parse(mail));
        } catch (UnparsableMail e) {
            // What the parser did not foresee it calls by this name.
            expect(!e.reason().equals("unparsable"), "an exception that nobody foresaw");
        }
    }

    private static void identified(byte[] mail) {
        try {
            String[] one = MailIdentity.of(new ByteArrayInputStream(mail));
            expect(Arrays.equals(one, MailIdentity.of(new ByteArrayInputStream(mail))), "two identities");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(byte[] mail, ParsedMail read) {
        expect(
                read.text().length() <= 2 * BodyText.LONGEST,
                "text of " + read.text().length());
        expect(
                read.newText().length() <= BodyText.LONGEST,
                "new text of " + read.newText().length());
        expect(read.text().indexOf('\r') < 0, "a carriage return");
        oneLine(read.subject());
        read.appointments().forEach(one -> {
            oneLine(one.title());
            oneLine(one.place());
        });
        expect(read.references().stream().allMatch(id -> id.length() <= 998), "a long reference");
        expect(read.recipients().stream().allMatch(to -> to.indexOf('@') > 0), "a receiver without an address");
        long files = 0;
        for (AttachmentContent file : read.attachments()) {
            oneLine(file.name());
            oneLine(file.type());
            files += file.bytes().length;
        }
        expect(files <= 8L * mail.length + 1_000, "files of " + files + " bytes");
        KeptLines.check(read.text(), read.newText());
        if (read.html() != null) {
            SafeHtml.check(read.html());
        }
    }

    private static void oneLine(String text) {
        expect(text.length() <= MailParser.LONGEST_LINE, "a line of " + text.length());
        expect(text.chars().noneMatch(Character::isISOControl), "a control character in one line");
    }
}
