package org.obhut.console;

import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.AttachmentContent;

/**
 * A reply as its form brought it.
 *
 * @param version of the ticket that the writer saw
 * @param seen how many entries it had then
 * @param key makes a second post the same as the first
 */
record ReplyForm(String text, List<AttachmentContent> files, long version, int seen, String key) {

    /**
     * Reads a form; {@link UploadLimit} has seen to its size.
     *
     * @throws StaleForm where it does not carry this session's token
     */
    static ReplyForm of(List<EntityPart> parts, Frame.FormToken token) throws IOException {
        Map<String, String> fields = new HashMap<>();
        List<AttachmentContent> files = new ArrayList<>();
        for (EntityPart part : parts) {
            byte[] bytes = read(part);
            String file = part.getFileName().map(ReplyForm::readable).orElse("");
            if (!file.isEmpty()) {
                files.add(new AttachmentContent(file, type(part.getMediaType()), bytes));
            } else if (bytes.length > 0 || part.getFileName().isEmpty()) {
                fields.put(part.getName(), new String(bytes, StandardCharsets.UTF_8));
            }
        }
        if (!same(fields.getOrDefault(token.name(), ""), token.value())) {
            throw new StaleForm();
        }
        return new ReplyForm(
                fields.getOrDefault("text", ""),
                files,
                number(fields.getOrDefault("version", "")),
                Math.toIntExact(number(fields.getOrDefault("seen", "0"))),
                fields.getOrDefault("key", ""));
    }

    /** Browsers write a file's name as plain UTF-8 (HTML, multipart/form-data); header fields are read as ISO 8859-1. */
    private static String readable(String name) {
        if (name.chars().anyMatch(each -> each > 255)) {
            return name;
        }
        String read = new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return read.contains("\uFFFD") ? name : read;
    }

    private static byte[] read(EntityPart part) throws IOException {
        try (InputStream content = part.getContent()) {
            return content.readAllBytes();
        }
    }

    private static String type(MediaType type) {
        return type.getType() + "/" + type.getSubtype();
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new InvalidInput("version", "malformed");
        }
    }
}
