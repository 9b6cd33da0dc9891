package org.obhut.outbox;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.obhut.platform.InvalidInput;

/**
 * An address as RFC 5322 section 3.4.1 writes it, {@code local@domain}. An international domain is taken in its A-label form
 * (RFC 5891). A local part beyond ASCII (RFC 6531) is taken as it is and can be written to only by way of servers that know
 * it. A domain literal is refused.
 *
 * @param local the local part as written, quoted only where it was
 * @param domain in ASCII and lower case
 */
public record AddrSpec(String local, String domain) {

    private static final int LONGEST = 254; // octets; RFC 5321 section 4.5.3.1.3, without the angle brackets
    private static final int LONGEST_LOCAL = 64; // octets; RFC 5321 section 4.5.3.1.1
    /** RFC 6532 section 3.2 adds all beyond ASCII; what can't be seen or turns the direction of writing names nobody. */
    private static final String BEYOND_ASCII = "[^\\x00-\\x7f]&&[^\\p{Cc}\\p{Cf}\\p{Cn}\\p{Cs}\\p{Z}]";

    private static final String ATEXT = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-[" + BEYOND_ASCII + "]]+";
    private static final Pattern DOT_ATOM = Pattern.compile(ATEXT + "(\\." + ATEXT + ")*");
    private static final Pattern QUOTED = Pattern.compile("\"[\\x20-\\x7e&&[^\"\\\\]]+\"");
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*");

    /**
     * Reads an address.
     *
     * @param field what the address is for, to be named where it is refused
     * @throws InvalidInput where it is not an address that can be written to
     */
    public static AddrSpec parse(String field, String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || octets(text) > LONGEST) {
            throw new InvalidInput(field, "not-an-address");
        }
        String local = Normalizer.normalize(text.substring(0, at), Normalizer.Form.NFC);
        String domain = ascii(field, text.substring(at + 1));
        boolean plain =
                DOT_ATOM.matcher(local).matches() || QUOTED.matcher(local).matches();
        if (!plain || octets(local) > LONGEST_LOCAL || !HOST.matcher(domain).matches()) {
            throw new InvalidInput(field, "not-an-address");
        }
        return new AddrSpec(local, domain);
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Whether it can be written to only by way of servers that know RFC 6531. */
    public boolean international() {
        return beyondAscii(local);
    }

    static boolean beyondAscii(String text) {
        return text.chars().anyMatch(each -> each > 0x7e);
    }

    private static String ascii(String field, String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(java.util.Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(field, "not-an-address");
        }
    }

    /** The sub-address {@code local+tag@domain} (RFC 5233). The tag is a reply token and so a plain atom. */
    AddrSpec tagged(String tag) {
        String inner = local.startsWith("\"") ? local.substring(1, local.length() - 1) : local;
        String joined = inner + '+' + tag;
        return parse(
                "reply-to",
                (joined.length() == local.length() + tag.length() + 1 ? joined : '"' + joined + '"') + '@' + domain);
    }

    @Override
    public String toString() {
        return local + '@' + domain;
    }
}
