package org.obhut.attachment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name that a stranger gave a file, as it may be shown and saved: without folders, without control characters and the
 * marks that let a name read backwards (Unicode UTR 36, section 3.3), otherwise whole, so that {@code letter.pdf.exe} shows
 * what it is.
 *
 * @param text empty where nothing is left of the name
 */
public record FileName(String text) {

    /** What happens to somebody who opens the file. */
    public enum Danger {
        NONE,
        /** It runs: a program, a script, an installer, or a shortcut or disk that brings one. */
        PROGRAM,
        /** It is a page or drawing that can run scripts, and that can look like a sign-in. */
        PAGE,
        /** It is an office document that can run macros. */
        MACROS
    }

    private static final int LONGEST = 255;
    private static final Pattern FOLDER = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);

    /** Categories Cc, Cf, Cs, Co, Zl and Zp; a joiner is none of a file's business either. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\u2028\\u2029]");

    private static final Set<String> PROGRAMS = Set.of(
            "exe",
            "com",
            "scr",
            "pif",
            "msi",
            "msp",
            "msix",
            "appx",
            "bat",
            "cmd",
            "ps1",
            "psm1",
            "vb",
            "vbs",
            "vbe",
            "js",
            "jse",
            "mjs",
            "ws",
            "wsf",
            "wsh",
            "hta",
            "jar",
            "jnlp",
            "cpl",
            "dll",
            "sys",
            "drv",
            "ocx",
            "lnk",
            "reg",
            "inf",
            "msc",
            "scf",
            "url",
            "website",
            "chm",
            "hlp",
            "iso",
            "img",
            "vhd",
            "vhdx",
            "dmg",
            "pkg",
            "app",
            "command",
            "workflow",
            "apk",
            "ipa",
            "deb",
            "rpm",
            "appimage",
            "run",
            "sh",
            "bash",
            "py",
            "pyw",
            "pl",
            "rb",
            "php",
            "desktop",
            "gadget",
            "application",
            "settingcontent-ms",
            "library-ms",
            "search-ms",
            "xll",
            "one");

    private static final Set<String> PAGES = Set.of(
            "html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "svg", "svgz", "xml", "xsl", "swf", "webarchive");

    private static final Set<String> WITH_MACROS = Set.of(
            "docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "xla", "xlm", "slk", "iqy", "pptm", "potm", "ppsm", "ppam",
            "sldm", "accdb", "accde", "mdb", "mde", "wll", "otm");

    public static FileName of(String untrusted) {
        String name = FOLDER.matcher(UNSEEN.matcher(untrusted).replaceAll("")).replaceFirst("");
        // Windows leaves blanks and dots at the end out, and with them the disguise.
        name = name.replaceAll("\\s+", " ").replaceAll("(?<![. ])[. ]+$", "").strip();
        return new FileName(name.substring(Math.max(0, name.length() - LONGEST)));
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** By what the name ends in. */
    public Danger danger() {
        String end = text.substring(text.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .strip();
        if (PROGRAMS.contains(end)) {
            return Danger.PROGRAM;
        }
        if (PAGES.contains(end)) {
            return Danger.PAGE;
        }
        return WITH_MACROS.contains(end) ? Danger.MACROS : Danger.NONE;
    }

    /** Content-Disposition of a download (RFC 6266): a plain name for old programs, and the whole one by RFC 8187. */
    public String disposition() {
        String name = text.isEmpty() ? "file" : text;
        String plain = name.replaceAll("[^A-Za-z0-9 ._()-]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
