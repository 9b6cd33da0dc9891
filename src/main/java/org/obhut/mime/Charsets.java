package org.obhut.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Character sets as they are named in mail. A label that means less than senders put under it is read as the larger set of
 * the WHATWG Encoding Standard (Windows-1252 for ISO-8859-1, GB 18030 for GB2312 …). Never fails: what can't be decoded
 * becomes U+FFFD.
 */
final class Charsets {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Map<String, String> LARGER = Map.ofEntries(
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("ansi_x3.4-1968", "windows-1252"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("iso-8859-8-e", "iso-8859-8"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("gb2312", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("hz-gb-2312", "gb18030"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
            Map.entry("big5", "big5-hkscs"),
            Map.entry("unicode-1-1-utf-8", "utf-8"),
            Map.entry("utf8", "utf-8"),
            Map.entry("cp-850", "ibm850"),
            Map.entry("macintosh", "x-macroman"));

    private static final Pattern META = Pattern.compile(
            "<meta[^>]{0,200}charset\\s*=\\s*[\"']?([A-Za-z0-9_:.\\-]{2,40})", Pattern.CASE_INSENSITIVE);

    private Charsets() {}

    /** The charset that an HTML page itself declares within its first kilobyte. */
    static @Nullable String declaredIn(byte[] html) {
        Matcher meta = META.matcher(new String(html, 0, Math.min(html.length, 1024), StandardCharsets.ISO_8859_1));
        return meta.find() ? meta.group(1) : null;
    }

    /** The charset to read under this label; empty where the label is unknown. */
    static Optional<Charset> of(@Nullable String label) {
        if (label == null || label.isBlank()) {
            return Optional.empty();
        }
        String name = label.strip().toLowerCase(Locale.ROOT);
        int quote = name.indexOf('\'');
        if (quote > 0) {
            name = name.substring(0, quote);
        }
        for (String candidate :
                new String[] {LARGER.getOrDefault(name, name), name, name.replace('_', '-'), "x-" + name}) {
            try {
                return Optional.of(Charset.forName(candidate));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                // the next spelling
            }
        }
        return Optional.empty();
    }

    /** Decodes as the label says; under an unknown, missing, Latin or UTF-8 label as UTF-8 where that is valid, else as Windows-1252. */
    static String decode(byte[] bytes, @Nullable String label) {
        String marked = byMark(bytes);
        if (marked != null) {
            return marked;
        }
        if (label != null && Utf7.LABELS.contains(label.strip().toLowerCase(Locale.ROOT))) {
            return Utf7.decode(bytes);
        }
        Charset charset = of(label).orElse(WINDOWS_1252);
        if (!charset.equals(WINDOWS_1252) && !charset.equals(StandardCharsets.UTF_8)) {
            return new String(bytes, charset);
        }
        // Nobody writes Latin text that happens to be valid UTF-8; many write UTF-8 under a Latin label.
        String utf8 = strict(bytes, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return utf8;
        }
        boolean damaged = charset.equals(StandardCharsets.UTF_8) && mostlyUtf8(bytes);
        return new String(bytes, damaged ? StandardCharsets.UTF_8 : WINDOWS_1252);
    }

    /** Decodes a raw eight-bit header. */
    static String decodeHeader(byte[] bytes, int from, int to) {
        byte[] part = java.util.Arrays.copyOfRange(bytes, from, to);
        String utf8 = strict(part, StandardCharsets.UTF_8);
        return (utf8 == null ? new String(part, WINDOWS_1252) : utf8).replace("\u0000", "");
    }

    private static @Nullable String byMark(byte[] b) {
        if (b.length >= 3 && (b[0] & 0xff) == 0xef && (b[1] & 0xff) == 0xbb && (b[2] & 0xff) == 0xbf) {
            return new String(b, 3, b.length - 3, StandardCharsets.UTF_8);
        }
        if (b.length >= 2 && (b[0] & 0xff) == 0xff && (b[1] & 0xff) == 0xfe) {
            return new String(b, 2, b.length - 2, StandardCharsets.UTF_16LE);
        }
        if (b.length >= 2 && (b[0] & 0xff) == 0xfe && (b[1] & 0xff) == 0xff) {
            return new String(b, 2, b.length - 2, StandardCharsets.UTF_16BE);
        }
        return null;
    }

    private static @Nullable String strict(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Whether some eight-bit sequences are valid UTF-8, so that the others are damage and not another charset. */
    private static boolean mostlyUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long damaged = text.chars().filter(c -> c == 0xfffd).count();
        long fine = text.chars().filter(c -> c > 0x7f && c != 0xfffd).count();
        return fine >= damaged;
    }
}
