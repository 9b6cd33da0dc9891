package org.obhut.ticket;

import java.util.Locale;

/** How a mail's sender has protected it, where we see that and no more: Obhut neither opens nor checks such mails yet. */
public enum Protection {
    /** PGP/MIME (RFC 3156) or an armoured message in the text (RFC 9580). */
    PGP_ENCRYPTED,
    PGP_SIGNED,
    /** S/MIME (RFC 8551). */
    SMIME_ENCRYPTED,
    SMIME_SIGNED;

    /** The name in texts and in the API: {@code pgp-encrypted}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether its text can't be read here. */
    public boolean closed() {
        return this == PGP_ENCRYPTED || this == SMIME_ENCRYPTED;
    }
}
