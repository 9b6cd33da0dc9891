package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.obhut.mime.UnparsableMail;
import org.obhut.ticket.AttachmentContent;
import org.obhut.ticket.Protection;

class ProtectedMailTest {

    private static final String SIGNATURE =
            "-----BEGIN PGP SIGNATURE-----\n\niQEzBAEBCgAdFiEE\n=abcd\n-----END PGP SIGNATURE-----";

    private static ParsedMail parse(String... lines) throws UnparsableMail {
        return new MailParser(1 << 20).parse(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> names(ParsedMail mail) {
        return mail.attachments().stream()
                .filter(file -> !file.original())
                .map(AttachmentContent::name)
                .toList();
    }

    private static String original(ParsedMail mail) {
        return mail.attachments().stream()
                .filter(AttachmentContent::original)
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private static ParsedMail encrypted() throws UnparsableMail {
        return parse(
                "Received: from phone.example ([192.0.2.7]) by mx.example",
                "X-Originating-IP: 192.0.2.7",
                "User-Agent: Program 1.0",
                "Autocrypt: addr=mira@client.example; keydata=abc",
                "From: Mira <mira@client.example>",
                "Subject: ...",
                "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\";",
                " boundary=b",
                "",
                "--b",
                "Content-Type: application/pgp-encrypted",
                "",
                "Version: 1",
                "--b",
                "Content-Type: application/octet-stream; name=encrypted.asc",
                "",
                "-----BEGIN PGP MESSAGE-----",
                "",
                "hQEMA",
                "-----END PGP MESSAGE-----",
                "--b--");
    }

    @Test
    void pgpMimeIsShownAsWhatItIsWithTheMailAsItCame() throws Exception {
        ParsedMail mail = encrypted();
        assertEquals(Protection.PGP_ENCRYPTED, mail.protection());
        assertEquals("", mail.text());
        assertEquals(List.of(), names(mail));
        assertTrue(original(mail).contains("-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA"));
        assertTrue(original(mail).startsWith("From: Mira <mira@client.example>\r\nSubject: ...\r\nContent-Type: "));
    }

    @Test
    void theWayAMailTookIsNotKept() throws Exception {
        String original = original(encrypted());
        assertFalse(original.contains("192.0.2.7"));
        assertFalse(original.contains("User-Agent"));
        assertFalse(original.contains("Received"));
        assertFalse(original.contains("Autocrypt"));
    }

    @Test
    void armourInTheTextIsSeenAndNotRepeated() throws Exception {
        ParsedMail mail = parse(
                "Subject: x",
                "",
                "Hallo",
                "-----BEGIN PGP MESSAGE-----",
                "",
                "hQEMA",
                "-----END PGP MESSAGE-----",
                "Mira");
        assertEquals(Protection.PGP_ENCRYPTED, mail.protection());
        assertEquals("Hallo\nMira", mail.newText());
        assertNull(parse("Subject: x", "", "Hallo", "> -----BEGIN PGP MESSAGE-----", "> hQEMA")
                .protection());
    }

    @Test
    void clearSignedTextIsReadWithoutItsArmour() throws Exception {
        ParsedMail mail = parse(
                "Subject: x",
                "",
                "-----BEGIN PGP SIGNED MESSAGE-----",
                "Hash: SHA512",
                "",
                "Guten Tag,",
                "- - erstens",
                "",
                SIGNATURE);
        assertEquals(Protection.PGP_SIGNED, mail.protection());
        assertEquals("Guten Tag,\n- erstens", mail.text());
        assertEquals("Guten Tag,\n- erstens", mail.newText());
        assertTrue(original(mail).contains(SIGNATURE));
    }

    @Test
    void signedPartsAreReadAndNamedSignaturesAreFiles() throws Exception {
        for (String[] kind : new String[][] {
            {"application/pgp-signature", "; name=signature.asc", "PGP_SIGNED"},
            {"application/pgp-signature", "", "PGP_SIGNED"},
            {"application/pkcs7-signature", "; name=smime.p7s", "SMIME_SIGNED"},
            {"application/x-pkcs7-signature", "", "SMIME_SIGNED"}
        }) {
            ParsedMail mail = parse(
                    "Content-Type: multipart/signed; protocol=\"" + kind[0] + "\"; boundary=b",
                    "",
                    "--b",
                    "",
                    "Guten Tag",
                    "--b",
                    "Content-Type: " + kind[0] + kind[1],
                    "",
                    "sig",
                    "--b--");
            assertEquals(Protection.valueOf(kind[2]), mail.protection());
            assertEquals("Guten Tag", mail.text());
            assertEquals(kind[1].isEmpty() ? List.of() : List.of(kind[1].substring(7)), names(mail));
        }
    }

    @Test
    void smimeIsToldByItsKind() throws Exception {
        assertEquals(
                Protection.SMIME_ENCRYPTED, smime("; smime-type=enveloped-data").protection());
        assertEquals(Protection.SMIME_ENCRYPTED, smime("").protection());
        assertEquals(Protection.SMIME_SIGNED, smime("; smime-type=signed-data").protection());
        assertNull(smime("; smime-type=certs-only").protection());
        assertEquals(List.of(), names(smime("; smime-type=enveloped-data")));
        assertEquals(List.of("smime.p7m"), names(smime("; smime-type=certs-only")));
    }

    private static ParsedMail smime(String kind) throws UnparsableMail {
        return parse(
                "Content-Type: application/pkcs7-mime; name=smime.p7m" + kind,
                "Content-Transfer-Encoding: base64",
                "",
                "MIAGCSqGSIb3DQEHA6CA");
    }

    @Test
    void ordinaryMailKeepsNoOriginal() throws Exception {
        ParsedMail mail = parse("Subject: x", "Autocrypt: addr=a@b; keydata=abc", "", "Hallo");
        assertNull(mail.protection());
        assertEquals(List.of(), mail.attachments());
    }
}
