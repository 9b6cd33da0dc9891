package org.obhut.outbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.obhut.envelope.EnvelopeException;

class ParcelTest {

    private static final byte[] MESSAGE = "Subject: x\r\n\r\nGrüße\r\n".getBytes(StandardCharsets.UTF_8);

    @Test
    void whatIsPackedComesOutAgain() {
        Parcel parcel = Parcel.unpacked(new Parcel("мира@client.example", MESSAGE, true).packed());
        assertEquals("мира@client.example", parcel.recipient());
        assertTrue(parcel.automatic());
        assertArrayEquals(MESSAGE, parcel.message());
    }

    @Test
    void aRowOfAnOlderReleaseIsStillSent() {
        byte[] address = "mira@client.example".getBytes(StandardCharsets.US_ASCII);
        byte[] packed = ByteBuffer.allocate(3 + address.length + MESSAGE.length)
                .put((byte) 1)
                .putShort((short) address.length)
                .put(address)
                .put(MESSAGE)
                .array();
        Parcel parcel = Parcel.unpacked(packed);
        assertEquals("mira@client.example", parcel.recipient());
        assertFalse(parcel.automatic());
        assertArrayEquals(MESSAGE, parcel.message());
    }

    @Test
    void anUnknownFormatIsRefused() {
        assertThrows(EnvelopeException.class, () -> Parcel.unpacked(new byte[] {3, 0, 0, 0}));
        assertThrows(EnvelopeException.class, () -> Parcel.unpacked(new byte[0]));
    }
}
