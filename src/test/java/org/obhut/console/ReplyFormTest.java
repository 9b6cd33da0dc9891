package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.AttachmentContent;

class ReplyFormTest {

    private static final Frame.FormToken TOKEN = new Frame.FormToken("_csrf", "right");

    @Test
    void readsTextFilesAndVersion() throws IOException {
        ReplyForm form = ReplyForm.of(
                List.of(
                        field("_csrf", "right"),
                        field("version", "7"),
                        field("seen", "3"),
                        field("key", "once"),
                        field("text", "Grüße"),
                        file(asHeader("Übersicht.pdf"), "%PDF"),
                        file("Übersicht 2.pdf", "%PDF"),
                        file("", "")),
                TOKEN);
        assertEquals("Grüße", form.draft().text());
        assertEquals(7, form.version());
        assertEquals(3, form.seen());
        assertEquals("once", form.key());
        assertEquals(
                List.of("Übersicht.pdf", "Übersicht 2.pdf"),
                form.files().stream().map(AttachmentContent::name).toList());
    }

    @Test
    void refusesAFormWithoutTheSessionsToken() {
        assertThrows(StaleForm.class, () -> ReplyForm.of(List.of(field("text", "x")), TOKEN));
        assertThrows(StaleForm.class, () -> ReplyForm.of(List.of(field("_csrf", "made-up")), TOKEN));
        assertThrows(StaleForm.class, () -> ReplyForm.of(List.of(field("_csrf", "")), TOKEN));
    }

    @Test
    void refusesAVersionThatIsNoNumber() {
        var parts = List.of(field("_csrf", "right"), field("version", "x"));
        assertThrows(InvalidInput.class, () -> ReplyForm.of(parts, TOKEN));
    }

    /** As it comes out of a header field: the bytes of UTF-8, read as ISO 8859-1. */
    private static String asHeader(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static EntityPart field(String name, String value) {
        return part(name, Optional.empty(), value);
    }

    private static EntityPart file(String name, String content) {
        return part("attachment", Optional.of(name), content);
    }

    private static EntityPart part(String name, Optional<String> file, String content) {
        return (EntityPart) Proxy.newProxyInstance(
                EntityPart.class.getClassLoader(),
                new Class<?>[] {EntityPart.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getName" -> name;
                    case "getFileName" -> file;
                    case "getMediaType" -> MediaType.APPLICATION_OCTET_STREAM_TYPE;
                    case "getContent" -> new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
