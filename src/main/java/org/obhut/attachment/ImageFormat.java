package org.obhut.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** What a file is by its first bytes, as far as metadata of pictures are concerned. What its sender calls it does not count. */
enum ImageFormat {
    JPEG,
    PNG,
    GIF,
    WEBP,
    HEIF,
    /** A picture that holds no metadata. */
    BARE,
    /** A picture, film or sound whose metadata stays: TIFF, raw pictures, JPEG XL, SVG, MP4 … */
    OTHER,
    /** Not a picture at all. */
    NONE;

    private static final Set<String> HEIF_BRANDS = Set.of(
            "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "mif2", "msf1", "avif", "avis",
            "miaf");

    private static final Set<String> OTHERS = Set.of(
            "II*\0",
            "MM\0*",
            "II+\0",
            "MM\0+",
            "IIRO",
            "IIU\0",
            "\0\0\0\fJXL ",
            "\0\0\0\fjP  ",
            "8BPS",
            "FUJIFILM",
            "\u001aE\u00df\u00a3");

    /** @param declared the Content-Type, for kinds that the bytes don't show */
    static ImageFormat of(String declared, byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return GIF;
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return WEBP;
        }
        if (head.startsWith("ftyp", 4)) {
            return head.length() >= 12 && HEIF_BRANDS.contains(head.substring(8, 12)) ? HEIF : OTHER;
        }
        if (OTHERS.stream().anyMatch(head::startsWith)) {
            return OTHER;
        }
        String type = declared.toLowerCase(Locale.ROOT);
        boolean media = type.startsWith("image/") || type.startsWith("video/") || type.startsWith("audio/");
        if (media && head.startsWith("BM")) {
            return BARE;
        }
        return media ? OTHER : NONE;
    }
}
