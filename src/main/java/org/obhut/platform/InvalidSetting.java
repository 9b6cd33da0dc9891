package org.obhut.platform;

/** A setting that is missing or cannot be used. The message names the setting and the rule, never the value. */
public final class InvalidSetting extends RuntimeException {

    private static final long serialVersionUID = 1;

    public InvalidSetting(String name, String rule) {
        super(environmentName(name) + ' ' + rule);
    }

    /** How the operating guide spells a setting: {@code obhut.http.port} is {@code OBHUT_HTTP_PORT}. */
    private static String environmentName(String name) {
        return name.startsWith("obhut.mailbox.") ? name : name.replace('.', '_').toUpperCase(java.util.Locale.ROOT);
    }
}
