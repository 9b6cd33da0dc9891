package org.obhut.console;

import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.AttachmentContent;

/**
 * A form with files as it came (RFC 7578), shown to be ours. MVC's protection against forged forms does not read such a body.
 */
record FilledForm(Map<String, String> fields, List<AttachmentContent> files) {

    /**
     * Reads a form; {@link UploadLimit} has seen to its size.
     *
     * @throws StaleForm where it does not carry this session's token
     */
    static FilledForm of(List<EntityPart> parts, Frame.FormToken token) throws IOException {
        Map<String, String> fields = new HashMap<>();
        List<AttachmentContent> files = new ArrayList<>();
        for (EntityPart part : parts) {
            byte[] bytes = read(part);
            String file = part.getFileName().map(FilledForm::readable).orElse("");
            if (!file.isEmpty()) {
                files.add(new AttachmentContent(file, type(part.getMediaType()), bytes));
            } else if (bytes.length > 0 || part.getFileName().isEmpty()) {
                fields.put(part.getName(), new String(bytes, StandardCharsets.UTF_8));
            }
        }
        require(token, fields.getOrDefault(token.name(), ""));
        return new FilledForm(fields, files);
    }

    /** Empty where there is no such field. */
    String value(String field) {
        return fields.getOrDefault(field, "");
    }

    /** Whether a box was ticked. */
    boolean ticked(String field) {
        return !value(field).isEmpty();
    }

    long number(String field) {
        try {
            return Long.parseLong(value(field));
        } catch (NumberFormatException e) {
            throw new InvalidInput(field, "malformed");
        }
    }

    @Nullable
    UUID idOrNull(String field) {
        try {
            return value(field).isEmpty() ? null : UUID.fromString(value(field));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(field, "malformed");
        }
    }

    /** Ids of one field, apart by blanks. */
    List<UUID> ids(String field) {
        try {
            return value(field).isBlank()
                    ? List.of()
                    : Arrays.stream(value(field).strip().split(" +"))
                            .map(UUID::fromString)
                            .toList();
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(field, "malformed");
        }
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

    /** For what no controller takes, which would look at it by itself. @throws StaleForm where it is not this session's token */
    static void require(Frame.FormToken token, String given) {
        byte[] expected = token.value().getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected)) {
            throw new StaleForm();
        }
    }
}
