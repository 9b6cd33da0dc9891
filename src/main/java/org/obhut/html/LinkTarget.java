package org.obhut.html;

import java.net.IDN;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a link of the web really leads. The address is put together anew from what was understood, so that a browser can't
 * understand it in another way; who signs in by the address ({@code https://bank.example@other.example}) is left out.
 *
 * @param address with the host in ASCII, scheme http or https
 * @param host in lower-case ASCII, labels of other scripts as {@code xn--…} (RFC 3492)
 * @param disguised whether the address names a user, which looks like a host
 */
public record LinkTarget(String address, String host, boolean disguised) {

    private static final int LONGEST = 4_000;

    /** Browsers take backslashes for slashes, and any number of them (WHATWG URL). */
    private static final Pattern PARTS =
            Pattern.compile("(https?):[/\\\\]+([^/\\\\?#]*)([/\\\\?#].*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern HOST = Pattern.compile(
            "(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*\\.?");

    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]{2,45}]");

    /** Empty where the address is not of the web, or where nobody can say where it leads. */
    public static Optional<LinkTarget> of(String href) {
        String plain = href.replaceAll("[\\t\\r\\n]", "").strip();
        Matcher parts = PARTS.matcher(plain);
        if (plain.length() > LONGEST || !parts.matches()) {
            return Optional.empty();
        }
        String authority = parts.group(2);
        int user = authority.lastIndexOf('@');
        String place = authority.substring(user + 1);
        Matcher port = Pattern.compile("(.*?)(:\\d{0,5})?").matcher(place);
        if (!port.matches()) {
            return Optional.empty();
        }
        String number = port.group(2) == null || port.group(2).length() == 1 ? "" : port.group(2);
        String rest = parts.group(3) == null ? "/" : parts.group(3).replace('\\', '/');
        String path = rest.startsWith("/") ? rest : "/" + rest;
        return host(port.group(1))
                .map(host -> new LinkTarget(
                        parts.group(1).toLowerCase(Locale.ROOT) + "://" + host + number + ascii(path),
                        host,
                        user >= 0));
    }

    /** What is not plain is written as RFC 3986 section 2.1 wants it: nothing in it can turn the reading around. */
    private static String ascii(String path) {
        StringBuilder plain = new StringBuilder();
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            if (each > ' ' && each < 0x7f && "\"<>`{}|^".indexOf(each) < 0) {
                plain.append((char) each);
            } else {
                plain.append(String.format("%%%02X", each & 0xff));
            }
        }
        return plain.toString();
    }

    private static Optional<String> host(String written) {
        try {
            String decoded = URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
            String lower = Normalizer.normalize(decoded, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
            if (IPV6.matcher(lower).matches()) {
                return Optional.of(lower);
            }
            String ascii = IDN.toASCII(lower, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return HOST.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The host as its owner writes it, unless it could be taken for another one. */
    public String shown() {
        String unicode = IDN.toUnicode(host, IDN.ALLOW_UNASSIGNED);
        return Lookalike.of(unicode) ? host : unicode;
    }

    /** Whether words that a link shows name this very host already. */
    public boolean namedBy(String words) {
        return LinkText.named(words).filter(name -> name.equals(shown())).isPresent();
    }

    /** Whether the host could be taken for another one. */
    boolean lookalike() {
        return Lookalike.of(IDN.toUnicode(host, IDN.ALLOW_UNASSIGNED));
    }
}
