package org.obhut.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderFieldsTest {

    private static HeaderFields read(byte[] bytes) {
        return HeaderFields.read(bytes, 0, bytes.length);
    }

    private static HeaderFields read(String text) {
        return read(text.getBytes(UTF_8));
    }

    /** A mail in one charset throughout, headers raw. */
    private static MimeEntity mail(String charset, String label, String subject, String text) throws UnparsableMail {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("Subject: " + subject + "\r\n").getBytes(Charset.forName(charset)));
        bytes.writeBytes(("Content-Type: text/plain" + label + "\r\n\r\n").getBytes(US_ASCII));
        bytes.writeBytes(text.getBytes(Charset.forName(charset)));
        return MimeReader.read(bytes.toByteArray());
    }

    private record Raw(String charset, String subject, String text) {}

    private static final List<Raw> RAW = List.of(
            new Raw("windows-1251", "Въпрос", "Здравейте, имам нужда от помощ за документите."),
            new Raw("koi8-r", "Срочный вопрос", "Здравствуйте, мне нужна помощь с документами."),
            new Raw("iso-8859-5", "Вопрос", "Здравствуйте, мне нужна помощь с документами."),
            new Raw("x-windows-874", "คำถาม", "สวัสดีค่ะ ดิฉันต้องการความช่วยเหลือเรื่องเอกสาร"),
            new Raw(
                    "windows-1254",
                    "Kayıt için soru",
                    "Merhaba, belgeler konusunda yardıma ihtiyacım var, teşekkürler."),
            new Raw("windows-1250", "Kérdés az időpontról", "Jó napot, segítségre van szükségem, köszönöm előre is."),
            new Raw("iso-8859-2", "Proszę o pomoc", "Dzień dobry, potrzebuję pomocy z dokumentami, dziękuję."),
            new Raw("gb18030", "关于证件的问题", "您好，我在办理证件方面需要帮助，谢谢。"),
            new Raw("windows-1252", "Rückfrage", "Guten Tag, ich hätte noch eine Frage zur Gebühr."));

    @Test
    void rawHeadersAreReadByTheCharsetOfTheText() throws Exception {
        for (Raw raw : RAW) {
            MimeEntity mail = mail(raw.charset(), "; charset=" + raw.charset(), raw.subject(), raw.text());
            assertEquals(raw.subject(), mail.headers().decoded("subject"));
        }
    }

    @Test
    void rawHeadersAreGuessedWhereNothingNamesACharset() throws Exception {
        for (Raw raw : RAW) {
            MimeEntity mail = mail(raw.charset(), "", raw.subject(), raw.text());
            assertEquals(raw.subject(), mail.headers().decoded("subject"));
            assertEquals(raw.text(), mail.decodedText());
        }
        for (String label : List.of("; charset=us-ascii", "; charset=utf-8", "; charset=x-none")) {
            Raw raw = RAW.get(0);
            MimeEntity mail = mail(raw.charset(), label, raw.subject(), raw.text());
            assertEquals(raw.subject(), mail.headers().decoded("subject"));
        }
    }

    @Test
    void theTextMayLieInAPart() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("Subject: Въпрос\r\n".getBytes(Charset.forName("koi8-r")));
        bytes.writeBytes("Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n".getBytes(US_ASCII));
        bytes.writeBytes("Content-Type: text/plain; charset=koi8-r\r\n\r\nabc\r\n--b--".getBytes(US_ASCII));
        assertEquals("Въпрос", MimeReader.read(bytes.toByteArray()).headers().decoded("subject"));
    }

    @Test
    void utf8AndEscapesNeedNoHelp() throws Exception {
        MimeEntity utf8 = mail("utf-8", "; charset=windows-1251", "Grüße aus Łódź, спасибо", "x");
        assertEquals("Grüße aus Łódź, спасибо", utf8.headers().decoded("subject"));
        MimeEntity japanese = mail("iso-2022-jp", "; charset=iso-2022-jp", "登録について", "登録");
        assertEquals("登録について", japanese.headers().decoded("subject"));
        assertEquals("登録について", mail("iso-2022-jp", "", "登録について", "登録").headers().decoded("subject"));
    }

    @Test
    void foldsAreUndoneAndNamesMayHaveBlanks() {
        HeaderFields fields = read("Subject : eins\r\n\t zwei\r\n  drei  \r\nX: y\r\n\r\nBody: z");
        assertEquals("eins zwei drei", fields.decoded("subject"));
        assertEquals(2, fields.all().size());
        assertEquals(
                "Body: z".length(),
                "Subject : eins\r\n\t zwei\r\n  drei  \r\nX: y\r\n\r\nBody: z".length() - fields.end());
    }

    @Test
    void aLineThatIsNoFieldIsPassedOverOnlyWhereTheHeaderGoesOn() {
        HeaderFields damaged = read("Subject: a\nthis is damage\nFrom: b@c\n\ntext");
        assertEquals("b@c", damaged.first("from").orElseThrow());
        String forgotten = "Subject: a\nHallo, ich brauche Hilfe\nGrund: die Wohnung\n\nMira";
        HeaderFields fields = read(forgotten);
        assertEquals("Hallo, ich brauche Hilfe\nGrund: die Wohnung\n\nMira", forgotten.substring(fields.end()));
        assertTrue(fields.first("grund").isEmpty());
    }

    @Test
    void aSectionPastItsBoundIsRefused() throws Exception {
        byte[] long_ =
                ("X: " + "x".repeat(HeaderFields.LONGEST_SECTION - 100) + "\r\nSubject: s\r\n\r\ntext").getBytes(UTF_8);
        assertEquals("s", MimeReader.read(long_).headers().decoded("subject"));
        assertEquals(
                HeaderFields.LONGEST_FIELD,
                MimeReader.read(long_).headers().first("x").orElseThrow().length());
        byte[] longer = ("X: " + "x".repeat(HeaderFields.LONGEST_SECTION) + "\r\n\r\ntext").getBytes(UTF_8);
        assertTrue(read(longer).oversized());
        assertEquals(
                "header-too-large",
                assertThrows(UnparsableMail.class, () -> MimeReader.read(longer))
                        .reason());
        assertFalse(read(long_).oversized());
    }
}
