package org.obhut.console;

import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.attachment.RasterImage;
import org.obhut.ticket.Desk;
import org.obhut.ticket.TimelineEntry.Attachment;

/**
 * Pictures that came with a mail and belong into its text (RFC 2392), as data URLs (RFC 2397). The frame in which a mail is
 * shown is a stranger to this server and gets no session, so its pictures have to come with it. However often a mail names
 * them, together they stay within a bound.
 */
final class InlineImages {

    private static final int LARGEST = 5_000_000;
    private static final int MOST_BYTES = 15_000_000;
    private static final long MOST_PIXELS = 50_000_000;

    private final Desk desk;
    private final Caller caller;
    private final UUID ticket;
    private final List<Attachment> files;
    private final Map<UUID, String> urls = new HashMap<>();
    private int left = MOST_BYTES;

    InlineImages(Desk desk, Caller caller, UUID ticket, List<Attachment> files) {
        this.desk = desk;
        this.caller = caller;
        this.ticket = ticket;
        this.files = files;
    }

    /** @param address as the mail writes it: {@code cid:} and a Content-ID; empty where there is no such picture, or no room for it */
    Optional<String> url(String address) {
        Optional<String> id = contentId(address);
        Optional<String> url = files.stream()
                .filter(file -> file.contentId() != null
                        && id.filter(file.contentId()::equals).isPresent())
                .findFirst()
                .filter(file -> !file.findings().scan().found() && file.size() <= Math.min(LARGEST, left))
                .map(file -> urls.computeIfAbsent(file.id(), this::read))
                .filter(found -> !found.isEmpty() && found.length() <= left);
        url.ifPresent(found -> left -= found.length());
        return url;
    }

    private static Optional<String> contentId(String address) {
        try {
            return Optional.of(
                    URLDecoder.decode(address.substring("cid:".length()).replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Empty where the file is no picture that a browser only draws. */
    private String read(UUID file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        desk.attachment(caller, ticket, file, bytes);
        return RasterImage.of(bytes.toByteArray())
                .filter(image -> image.pixels() <= MOST_PIXELS)
                .map(image -> "data:" + image.type() + ";base64,"
                        + Base64.getEncoder().encodeToString(bytes.toByteArray()))
                .orElse("");
    }
}
