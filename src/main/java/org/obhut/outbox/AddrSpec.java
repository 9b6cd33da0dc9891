package org.obhut.outbox;

import java.net.IDN;
import java.util.regex.Pattern;
import org.obhut.platform.InvalidInput;

/**
 * An address as RFC 5322 section 3.4.1 writes it, in ASCII: {@code local@domain}. An international domain is taken in its
 * A-label form (RFC 5891); a local part outside ASCII (RFC 6531) and a domain literal are refused, as hardly a server on
 * the way would take them.
 *
 * @param local the local part as written, quoted only where it was
 * @param domain in lower case
 */
record AddrSpec(String local, String domain) {

    private static final int LONGEST = 254; // RFC 5321 section 4.5.3.1.3, without the angle brackets
    private static final String ATEXT = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern DOT_ATOM = Pattern.compile(ATEXT + "(\\." + ATEXT + ")*");
    private static final Pattern QUOTED = Pattern.compile("\"[\\x20-\\x7e&&[^\"\\\\]]+\"");
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*");

    /**
     * Reads an address.
     *
     * @param field what the address is for, to be named where it is refused
     * @throws InvalidInput where it is not an address that can be written to
     */
    static AddrSpec parse(String field, String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > LONGEST) {
            throw new InvalidInput(field, "not-an-address");
        }
        String local = text.substring(0, at);
        String domain = ascii(field, text.substring(at + 1));
        boolean plain =
                DOT_ATOM.matcher(local).matches() || QUOTED.matcher(local).matches();
        if (!plain || !HOST.matcher(domain).matches()) {
            throw new InvalidInput(field, "not-an-address");
        }
        return new AddrSpec(local, domain);
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
