package org.obhut.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.obhut.envelope.EnvelopeException;

/**
 * What an outbox row holds under the dispatch key: receiver and message.
 *
 * <p>Format 1, a person's mail: one byte 1, two bytes length of the receiver's address, the address in UTF-8, the message. Format
 * 2, a mail of the system's own: the same after a byte 2.
 *
 * @param automatic whether no person wrote it: it then goes out from the null reverse-path, so that nothing answers it (RFC 3834
 *     section 3.3), and rather not at all than twice
 */
record Parcel(String recipient, byte[] message, boolean automatic) {

    private static final byte WRITTEN = 1;
    private static final byte AUTOMATIC = 2;
    private static final int HEAD = 3;

    /** The most times its bytes go out: a person's mail once more after a final dot without an answer. */
    int mostFinalDots() {
        return automatic ? 1 : 2;
    }

    /** Whether its receiver's address needs RFC 6531 on the way. */
    boolean international() {
        return AddrSpec.beyondAscii(recipient);
    }

    byte[] packed() {
        byte[] address = recipient.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(HEAD + address.length + message.length)
                .put(automatic ? AUTOMATIC : WRITTEN)
                .putShort((short) address.length)
                .put(address)
                .put(message)
                .array();
    }

    /** @throws EnvelopeException where the bytes are of another format */
    static Parcel unpacked(byte[] packed) {
        ByteBuffer in = ByteBuffer.wrap(packed);
        byte format = packed.length < HEAD ? 0 : in.get();
        if (format != WRITTEN && format != AUTOMATIC) {
            throw new EnvelopeException("parcel of an unknown format");
        }
        byte[] address = new byte[in.getShort()];
        in.get(address);
        byte[] message = new byte[in.remaining()];
        in.get(message);
        return new Parcel(new String(address, StandardCharsets.UTF_8), message, format == AUTOMATIC);
    }

    @Override
    public String toString() {
        return "Parcel[" + message.length + " bytes]";
    }
}
