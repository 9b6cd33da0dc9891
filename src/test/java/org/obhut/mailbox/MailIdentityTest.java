package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MailIdentityTest {

    private static final String MAIL =
            "From: a@client.example\r\nTo: b@obhut.example\r\nDate: Mon, 2 Mar 2026 09:30:00 +0100\r\n"
                    + "Subject: Frage\r\nMessage-ID: <1@client.example>\r\n\r\nHallo\r\n";

    private static String[] of(String mail) throws IOException {
        return MailIdentity.of(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void leavesOutWhatServersAdd() throws IOException {
        assertArrayEquals(
                of(MAIL),
                of("Received: from x by y; now\r\nX-Spam: no\r\nDKIM-Signature: z\r\n"
                        + MAIL.replace("To: b", "To:\r\n b")));
    }

    @Test
    void tellsMailsApartByEachFieldAndTheBody() throws IOException {
        for (String part : new String[] {"From: a", "To: b", "Mon, 2", "Frage", "<1", "Hallo"}) {
            assertFalse(Arrays.equals(of(MAIL), of(MAIL.replace(part, part + "x"))), part);
        }
    }

    @Test
    void takesAllBytesWithoutAMessageId() throws IOException {
        String bare = MAIL.replace("Message-ID: <1@client.example>\r\n", "");
        assertArrayEquals(of(bare), of(bare));
        assertFalse(Arrays.equals(of(bare), of("Received: x\r\n" + bare)));
    }

    @Test
    void readsBeyondTheHeaderSection() throws IOException {
        String long1 = MAIL + "x".repeat(2 << 20);
        assertFalse(Arrays.equals(of(long1), of(long1 + "y")));
    }
}
