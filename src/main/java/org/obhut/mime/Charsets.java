package org.obhut.mime;

import java.nio.charset.Charset;
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
 * Character sets as they are named in mail. A name that means less than senders put under it stands for the larger set of the
 * WHATWG Encoding Standard (Windows-1252 for ISO-8859-1, GB 18030 for GB2312 …).
 */
final class Charsets {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Map<String, String> LARGER = Map.ofEntries(
            Map.entry("ascii", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ansi-x3.4-1968", "windows-1252"),
            Map.entry("ansi-x3.110-1983", "windows-1252"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("latin-1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("latin5", "windows-1254"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("iso-8859-8-e", "iso-8859-8"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("tis620", "x-windows-874"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("gb2312", "gb18030"),
            Map.entry("gb-2312-80", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("ks-c-5601-1987", "x-windows-949"),
            Map.entry("ks-c-5601", "x-windows-949"),
            Map.entry("ksc5601", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
            Map.entry("big5", "big5-hkscs"),
            Map.entry("unicode-1-1-utf-8", "utf-8"),
            Map.entry("utf8", "utf-8"),
            Map.entry("utf8mb4", "utf-8"),
            Map.entry("macintosh", "x-macroman"),
            Map.entry("mac", "x-macroman"));

    private static final Pattern WINDOWS = Pattern.compile("(?:x-)?(?:windows|win|cp|ms|microsoft-cp)-?(125\\d|874)");
    private static final Pattern IBM = Pattern.compile("(?:cp|dos|ibm)-?(\\d{3})");

    private static final Pattern META = Pattern.compile(
            "<meta[^>]{0,200}charset\\s*=\\s*[\"']?([A-Za-z0-9_:.\\-]{2,40})", Pattern.CASE_INSENSITIVE);

    private Charsets() {}

    /** The charset to read under this label; empty where the label is missing or unknown. */
    static Optional<Charset> of(@Nullable String label) {
        if (label == null) {
            return Optional.empty();
        }
        String name = spelling(label);
        Matcher windows = WINDOWS.matcher(name);
        Matcher ibm = IBM.matcher(name);
        String usual = windows.matches()
                ? (windows.group(1).equals("874") ? "x-" : "") + "windows-" + windows.group(1)
                : ibm.matches() ? "ibm" + ibm.group(1) : LARGER.getOrDefault(name, name);
        for (String candidate : new String[] {usual, name, "x-" + name}) {
            Optional<Charset> charset = named(candidate);
            if (charset.isPresent()) {
                return charset;
            }
        }
        return Optional.empty();
    }

    /** Whether the label claims that nothing but ASCII follows. */
    static boolean ascii(@Nullable String label) {
        String name = label == null ? "" : spelling(label);
        return name.equals("us-ascii") || name.equals("ascii") || name.startsWith("ansi-x3");
    }

    static boolean utf7(@Nullable String label) {
        return label != null && Utf7.LABELS.contains(label.strip().toLowerCase(Locale.ROOT));
    }

    /** The charset that an HTML page itself declares within its first kilobyte. */
    static @Nullable String declaredIn(byte[] html) {
        Matcher meta = META.matcher(new String(html, 0, Math.min(html.length, 1024), StandardCharsets.ISO_8859_1));
        return meta.find() ? meta.group(1) : null;
    }

    /** The label in lower case, without what senders put around it. */
    private static String spelling(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        int language = name.indexOf('\'');
        name = (language > 0 ? name.substring(0, language) : name)
                .replaceAll("[\"'\\s]", "")
                .replace('_', '-');
        if (name.startsWith("charset=")) {
            name = name.substring("charset=".length());
        }
        return name.startsWith("iso8859") ? "iso-8859" + name.substring("iso8859".length()) : name;
    }

    private static Optional<Charset> named(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
