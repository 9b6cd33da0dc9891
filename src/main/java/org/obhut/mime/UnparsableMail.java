package org.obhut.mime;

/** A mail that can't be understood; it goes into quarantine. Carries a text key of the reason, never anything of the mail. */
public class UnparsableMail extends Exception {

    private final String reason;

    /** @param reason a text key: {@code unparsable}, {@code too-large}, {@code too-deep}, {@code too-many-parts},
     *     {@code header-too-large}, {@code part-too-large}, {@code too-slow}, {@code empty} */
    public UnparsableMail(String reason) {
        super("unparsable mail: " + reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
