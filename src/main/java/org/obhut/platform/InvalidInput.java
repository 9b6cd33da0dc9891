package org.obhut.platform;

/** Input that breaks a rule: names the field and a text key of the reason, never the value. 400 in the API, a field error in the console. */
public class InvalidInput extends RuntimeException {

    private final String field;
    private final String reason;

    /** @param reason a key such as {@code required}, {@code too-long}, {@code unknown-value} */
    public InvalidInput(String field, String reason) {
        super("invalid " + field + ": " + reason);
        this.field = field;
        this.reason = reason;
    }

    public String field() {
        return field;
    }

    public String reason() {
        return reason;
    }
}
