package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WinmailTest {

    private static final int TITLE = 0x00018010;
    private static final int RENDERING = 0x00069002;
    private static final int CONTENT = 0x0006800F;
    private static final int MESSAGE_PROPERTIES = 0x00069003;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    WinmailTest() {
        bytes.writeBytes(little(6).putInt(0x223E9F78).putShort((short) 1).array());
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void attribute(int level, int id, byte[] content) {
        int sum = 0;
        for (byte b : content) {
            sum += b & 0xff;
        }
        bytes.write(level);
        bytes.writeBytes(little(8).putInt(id).putInt(content.length).array());
        bytes.writeBytes(content);
        bytes.writeBytes(little(2).putShort((short) sum).array());
    }

    private void file(String name, byte[] content) {
        attribute(2, RENDERING, new byte[14]);
        attribute(2, TITLE, (name + '\0').getBytes(StandardCharsets.ISO_8859_1));
        attribute(2, CONTENT, content);
    }

    /** One MAPI property: PR_BODY as PT_UNICODE. */
    private void body(String text) {
        byte[] value = (text + '\0').getBytes(StandardCharsets.UTF_16LE);
        int padded = (value.length + 3) / 4 * 4;
        attribute(
                1,
                MESSAGE_PROPERTIES,
                little(16 + padded)
                        .putInt(1)
                        .putShort((short) 0x1f)
                        .putShort((short) 0x1000)
                        .putInt(1)
                        .putInt(value.length)
                        .put(value)
                        .array());
    }

    private ParsedMail mail(String type, byte[] winmail, String text) throws Exception {
        String mail = "Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n" + text
                + "\r\n--b\r\nContent-Type: "
                + type + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(winmail) + "\r\n--b--\r\n";
        return new MailParser(8 << 20).parse(mail.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void unpacksItsFiles() throws Exception {
        byte[] photo = new byte[3 << 20];
        new Random(5).nextBytes(photo);
        body("Guten Tag, anbei zwei Dateien. Grüße");
        file("Bescheid.pdf", "Inhalt".getBytes(StandardCharsets.US_ASCII));
        file("Foto.jpg", photo);
        for (String type : new String[] {"application/ms-tnef", "application/octet-stream; name=\"WINMAIL.DAT\""}) {
            ParsedMail mail = mail(type, bytes.toByteArray(), "Siehe Anhang");
            assertEquals("Siehe Anhang", mail.text());
            assertEquals(2, mail.attachments().size());
            assertEquals("Bescheid.pdf", mail.attachments().get(0).name());
            assertArrayEquals(photo, mail.attachments().get(1).bytes());
        }
        assertEquals(
                "Guten Tag, anbei zwei Dateien. Grüße",
                mail("application/ms-tnef", bytes.toByteArray(), "").newText());
    }

    @Test
    void staysTheFileItIsWhereItCannotBeRead() throws Exception {
        file("a.txt", new byte[100]);
        byte[] whole = bytes.toByteArray();
        byte[] cut = Arrays.copyOf(whole, whole.length - 20);
        byte[] lying = whole.clone();
        ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putInt(11, Integer.MAX_VALUE);
        for (byte[] broken :
                new byte[][] {cut, lying, new byte[0], "no TNEF at all".getBytes(StandardCharsets.US_ASCII)}) {
            ParsedMail mail = mail("application/ms-tnef; name=winmail.dat", broken, "Text");
            assertEquals("winmail.dat", mail.attachments().get(0).name());
            assertArrayEquals(broken, mail.attachments().get(0).bytes());
        }
    }

    @Test
    void readsAnyBytesOrRefusesThemCleanly() {
        body("Text");
        file("a.txt", "Inhalt".getBytes(StandardCharsets.US_ASCII));
        byte[] valid = bytes.toByteArray();
        Random random = new Random(11);
        int read = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = valid.clone();
            for (int k = 0; k < 1 + random.nextInt(4); k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            read += Winmail.unpack(damaged).isPresent() ? 1 : 0;
        }
        assertTrue(read > 0);
    }
}
