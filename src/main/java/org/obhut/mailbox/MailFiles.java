package org.obhut.mailbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obhut.mime.BodyParts;
import org.obhut.mime.MimeEntity;
import org.obhut.mime.UuencodedText;
import org.obhut.ticket.AttachmentContent;

/**
 * The files of a mail: its attachments, those packed into a winmail.dat or written into the text, and every text that could
 * not be shown whole or that may hold more than could be read of it.
 */
final class MailFiles {

    private static final int LONGEST_NAME = 255;

    /** What a part is called that has no name of its own. */
    private static final Map<String, String> NAMES =
            Map.of("text/plain", "mail.txt", "text/html", "mail.html", "text/calendar", "invite.ics");

    private final List<AttachmentContent> files = new ArrayList<>();
    private final List<String> packedTexts = new ArrayList<>();

    private MailFiles() {}

    static MailFiles of(BodyParts parts) {
        MailFiles found = new MailFiles();
        for (MimeEntity part : parts.files()) {
            if (!ProtectedMail.closed(part)) {
                found.add(part);
            }
        }
        parts.text().forEach(found::addText);
        parts.html().stream().filter(part -> !parts.text().contains(part)).forEach(found::addText);
        return found;
    }

    /** Texts of messages packed into a winmail.dat. */
    List<String> packedTexts() {
        return packedTexts;
    }

    List<AttachmentContent> all() {
        return List.copyOf(files);
    }

    private void add(MimeEntity part) {
        byte[] bytes = part.body();
        Optional<Winmail> packed = Winmail.is(part) ? Winmail.unpack(bytes) : Optional.empty();
        if (packed.isPresent()) {
            files.addAll(packed.get().files());
            if (packed.get().text() != null) {
                packedTexts.add(packed.get().text());
            }
        } else {
            files.add(new AttachmentContent(cut(name(part)), cut(part.type().value()), contentId(part), bytes));
        }
    }

    private static @Nullable String contentId(MimeEntity part) {
        String id = part.contentId();
        return id == null || id.length() > MailParser.LONGEST_LINE ? null : id;
    }

    /** What a text part has to leave as files. */
    private void addText(MimeEntity part) {
        if (part.garbled()) {
            addWhole(part, part.rawBody());
        } else if (part.damaged() && part.length() > 0 || part.length() > MimeEntity.LONGEST_TEXT) {
            addWhole(part, part.body());
        } else if (part.length() > BodyText.LONGEST && part.decodedText().length() > BodyText.LONGEST) {
            addWhole(part, part.decodedText().getBytes(StandardCharsets.UTF_8));
        }
        if (part.is("text/plain")) {
            for (UuencodedText.File file : UuencodedText.of(part.decodedText()).files()) {
                files.add(new AttachmentContent(cut(file.name()), "application/octet-stream", file.bytes()));
            }
        }
    }

    private void addWhole(MimeEntity part, byte[] bytes) {
        String type = part.type().value();
        files.add(new AttachmentContent(NAMES.getOrDefault(type, ""), type, bytes));
    }

    private static String name(MimeEntity part) {
        String name = part.name();
        if (name != null) {
            return name;
        }
        return part.message()
                ? part.children().get(0).headers().decoded("subject") + ".eml"
                : NAMES.getOrDefault(part.type().value(), "");
    }

    /** The end of a name carries its extension. */
    static String cut(String name) {
        String line = MailParser.oneLine(name);
        return line.substring(Math.max(0, line.length() - LONGEST_NAME));
    }
}
