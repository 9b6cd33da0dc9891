package org.obhut.mailbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.jspecify.annotations.Nullable;
import org.obhut.mime.MimeEntity;
import org.obhut.ticket.AttachmentContent;

/**
 * What is packed into a {@code winmail.dat} (MS-OXTNEF), as Outlook sends it to those it takes for its like.
 *
 * @param text the message's text, null where it has none in plain
 */
record Winmail(@Nullable String text, List<AttachmentContent> files) {

    private static final int SIGNATURE = 0x223E9F78;
    private static final int MOST_FILES = 100;

    /** Bytes before the attributes: signature and key. Each attribute: level, id, length, bytes, checksum. */
    private static final int HEADER = 6;

    private static final int ATTRIBUTE_HEADER = 9;
    private static final int CHECKSUM = 2;

    static {
        // Lengths are checked before, so that the library's own bound of a megabyte need not stop a photo.
        TNEFAttribute.setMaxRecordLength(Integer.MAX_VALUE);
    }

    static boolean is(MimeEntity part) {
        String name = part.name();
        return part.is("application/ms-tnef")
                || part.is("application/vnd.ms-tnef")
                || name != null && name.toLowerCase(Locale.ROOT).equals("winmail.dat");
    }

    /** Unpacks it; empty where it can't be read to its end, so that it stays the file it is. */
    static Optional<Winmail> unpack(byte[] bytes) {
        if (!wellFormed(bytes)) {
            return Optional.empty();
        }
        try {
            HMEFMessage message = new HMEFMessage(new ByteArrayInputStream(bytes));
            List<AttachmentContent> files = new ArrayList<>();
            for (Attachment file : message.getAttachments()) {
                if (files.size() == MOST_FILES) {
                    return Optional.empty();
                }
                files.add(file(file));
            }
            return Optional.of(new Winmail(text(message), List.copyOf(files)));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Whether all attributes lie within the bytes: the library believes their lengths and would reserve as much memory. */
    private static boolean wellFormed(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < HEADER || in.getInt() != SIGNATURE) {
            return false;
        }
        int at = HEADER;
        while (at + ATTRIBUTE_HEADER <= bytes.length) {
            int length = in.getInt(at + ATTRIBUTE_HEADER - Integer.BYTES);
            if (length < 0 || length > bytes.length - at - ATTRIBUTE_HEADER - CHECKSUM) {
                return false;
            }
            at += ATTRIBUTE_HEADER + length + CHECKSUM;
        }
        return at == bytes.length;
    }

    private static AttachmentContent file(Attachment file) {
        String name = file.getLongFilename() == null ? file.getFilename() : file.getLongFilename();
        return new AttachmentContent(
                MailFiles.cut(name == null ? "" : name), "application/octet-stream", file.getContents());
    }

    private static @Nullable String text(HMEFMessage message) {
        MAPIAttribute body = message.getMessageMAPIAttribute(MAPIProperty.BODY);
        return body instanceof MAPIStringAttribute string ? string.getDataString() : null;
    }
}
