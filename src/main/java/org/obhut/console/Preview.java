package org.obhut.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import org.obhut.attachment.RasterImage;
import org.obhut.ticket.TimelineEntry.Attachment;

/**
 * A picture, or the words of a PDF, as a document of its own for a frame without rights: it holds the picture's bytes or the words, needs
 * nothing from anywhere, and runs nothing. What is drawn is told by its bytes, not by its name.
 */
public final class Preview {

    /** No script, no form, no session, no way to the page around it. */
    public static final String SANDBOX = "";

    private static final int LARGEST = 15_000_000;
    private static final long MOST_PIXELS = 100_000_000;
    private static final Set<String> TYPES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");

    private static final String PDF = "application/pdf";

    private static final String STYLE =
            "html{color-scheme:only light}body{margin:0;background:#fff}img{display:block;max-width:100%;height:auto}"
                    + "pre{margin:0;padding:1rem;color:#1a1a1a;font:1rem/1.5 sans-serif;white-space:pre-wrap;overflow-wrap:anywhere}"
                    + "pre+pre{border-top:1px solid #767676}";

    static final String POLICY = "default-src 'none'; img-src data:; style-src '" + hash(STYLE)
            + "'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";

    private Preview() {}

    /** Whether a file claims to be something that can be looked at, and no scanner found anything in it. */
    public static boolean offered(Attachment file) {
        return !file.findings().scan().found()
                && file.size() <= LARGEST
                && (text(file) || TYPES.contains(file.type().toLowerCase(Locale.ROOT)));
    }

    /** Whether what can be looked at is the words of a PDF. */
    public static boolean text(Attachment file) {
        return file.type().equalsIgnoreCase(PDF);
    }

    /** The document; without a picture where the bytes are none that a browser only draws. */
    static String document(byte[] picture) {
        String image = RasterImage.of(picture)
                .filter(found -> found.pixels() <= MOST_PIXELS)
                .map(found -> "<img alt=\"\" src=\"data:" + found.type() + ";base64,"
                        + Base64.getEncoder().encodeToString(picture) + "\">")
                .orElse("");
        return document(image);
    }

    /** The document of a PDF's pages; with nothing on it where there are none. */
    static String document(List<String> pages) {
        return document(pages.stream()
                .map(page -> "<pre dir=\"auto\">" + Entities.escape(page) + "</pre>")
                .collect(Collectors.joining()));
    }

    private static String document(String body) {
        return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title></title><style>" + STYLE
                + "</style></head><body>" + body + "</body></html>";
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
