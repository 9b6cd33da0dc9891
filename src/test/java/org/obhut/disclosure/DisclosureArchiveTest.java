package org.obhut.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.model.LocalFileHeader;
import org.junit.jupiter.api.Test;
import org.obhut.attachment.Findings;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Address;
import org.obhut.ticket.MailKind;
import org.obhut.ticket.Party;
import org.obhut.ticket.TimelineEntry;

class DisclosureArchiveTest {

    private static final String WORD = "Zwetschgenkuchen";
    private static final UUID FILE = UUID.randomUUID();

    private final ArchivePassphrase passphrase = ArchivePassphrase.random(new SecureRandom());
    private final byte[] archive;

    DisclosureArchiveTest() throws IOException {
        var file = new TimelineEntry.Attachment(FILE, WORD + ".PDF", "application/pdf", 3, null, Findings.NONE);
        var named = new Selection.NamedFile("001-1.pdf", file, true);
        var malware = new Selection.NamedFile("001-2.exe", file, false);
        var selection = new Selection(List.of(new Selection.Entry(1, message(file), List.of(named, malware))), 2);
        var out = new ByteArrayOutputStream();
        DisclosureArchive.write(
                selection,
                ("<p>" + WORD).getBytes(StandardCharsets.UTF_8),
                "beratung@obhut.example",
                (id, to) -> to.write((id.equals(FILE) ? WORD : "").getBytes(StandardCharsets.UTF_8)),
                passphrase,
                out);
        archive = out.toByteArray();
    }

    private static TimelineEntry message(TimelineEntry.Attachment file) {
        return new TimelineEntry(
                UUID.randomUUID(),
                TimelineEntry.Kind.MESSAGE,
                TimelineEntry.Direction.IN,
                Instant.parse("2026-11-20T10:15:30Z"),
                null,
                new Address("Ilinca", "ilinca@client.example"),
                null,
                "Frage: " + WORD,
                WORD + " äöü",
                WORD,
                null,
                MailKind.PERSONAL,
                null,
                Party.CLIENT,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                List.of(),
                Map.of(),
                null,
                null,
                List.of(file));
    }

    private Map<String, String> opened(String password) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), password.toCharArray())) {
            for (LocalFileHeader header; (header = zip.getNextEntry()) != null; ) {
                assertTrue(header.isEncrypted());
                entries.put(header.getFileName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    @Test
    void opensWithItsPassphraseAlone() throws IOException {
        Map<String, String> entries = opened(passphrase.value());

        assertEquals(List.of("001-1.pdf", "001.eml", "index.html"), List.copyOf(entries.keySet()));
        assertEquals(WORD, entries.get("001-1.pdf"));
        String mail = entries.get("001.eml");
        assertTrue(mail.contains("From: Ilinca <ilinca@client.example>"), mail);
        assertTrue(mail.contains("To: beratung@obhut.example"), mail);
        assertTrue(mail.contains("Date: Fri, 20 Nov 2026"), mail);
        assertFalse(mail.contains("Message-ID"), "it would name this machine");
        assertThrows(ZipException.class, () -> opened("k7mp-3xqa-9w2e-h5rt-bn8c"));
    }

    @Test
    void showsNoWordWithoutIt() {
        String readable = readable();

        assertFalse(readable.contains(WORD));
        assertFalse(readable.contains("ilinca"));
    }

    /** The bytes, and what a program unpacks that asks for no passphrase: compression alone hides a word, too. */
    private String readable() {
        var text = new StringBuilder(new String(archive, StandardCharsets.ISO_8859_1));
        try (var zip = new java.util.zip.ZipInputStream(new ByteArrayInputStream(archive))) {
            while (zip.getNextEntry() != null) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException closed) {
            return text.toString();
        }
        return text.toString();
    }

    /**
     * WinZip's AE specification, without the library: key length, and the check value that the passphrase gives with the salt in the file.
     */
    @Test
    void isWhatTheContainersSpecificationSays() throws GeneralSecurityException {
        int extra = 30 + DisclosureArchive.DOCUMENT.length();
        assertEquals(99, archive[8] & 0xff, "compression method: AE-x");
        assertEquals(0x9901, (archive[extra] & 0xff) | (archive[extra + 1] & 0xff) << 8);
        assertEquals(3, archive[extra + 8], "AES-256");
        int data = extra + 11;
        byte[] salt = java.util.Arrays.copyOfRange(archive, data, data + 16);
        var spec = new PBEKeySpec(passphrase.value().toCharArray(), salt, 1000, (32 + 32 + 2) * 8);
        byte[] keys = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                .generateSecret(spec)
                .getEncoded();
        assertEquals(keys[64], archive[data + 16]);
        assertEquals(keys[65], archive[data + 17]);
    }

    @Test
    void takesNoPassphraseThatSomebodyChose() {
        assertThrows(InvalidInput.class, () -> new ArchivePassphrase("hallo"));
        assertThrows(InvalidInput.class, () -> new ArchivePassphrase(""));
    }
}
