package org.obhut.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.obhut.envelope.EnvelopeException;

/**
 * What an outbox row holds under the dispatch key: receiver and message.
 *
 * <p>Format 1: one byte 1, two bytes length of the receiver's address, the address in ASCII, the message.
 */
record Parcel(String recipient, byte[] message) {

    private static final byte FORMAT = 1;
    private static final int HEAD = 3;

    byte[] packed() {
        byte[] address = recipient.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(HEAD + address.length + message.length)
                .put(FORMAT)
                .putShort((short) address.length)
                .put(address)
                .put(message)
                .array();
    }

    /** @throws EnvelopeException where the bytes are of another format */
    static Parcel unpacked(byte[] packed) {
        ByteBuffer in = ByteBuffer.wrap(packed);
        if (packed.length < HEAD || in.get() != FORMAT) {
            throw new EnvelopeException("parcel of an unknown format");
        }
        byte[] address = new byte[in.getShort()];
        in.get(address);
        byte[] message = new byte[in.remaining()];
        in.get(message);
        return new Parcel(new String(address, StandardCharsets.US_ASCII), message);
    }

    @Override
    public String toString() {
        return "Parcel[" + message.length + " bytes]";
    }
}
