package org.obhut.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.obhut.platform.Settings;

/** Makes a mailbox as the settings would. */
final class AccountSettings {

    static final String PASSWORD = "mailbox-password";

    private final Map<String, String> values = new HashMap<>(Map.of("obhut.mode", "demo"));

    /**
     * The least that a mailbox needs.
     *
     * @param folder where the file with its password is written
     */
    AccountSettings(String address, Path folder) {
        set("address", address);
        set("team", "Erstkontakt");
        set("imap.host", "127.0.0.1");
        set("imap.user", address);
        set("imap.security", "none");
        set("password-file", passwordFile(folder).toString());
    }

    private static Path passwordFile(Path folder) {
        try {
            return Files.writeString(folder.resolve("mailbox-password"), PASSWORD + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets {@code obhut.mailbox.test.<key>}. */
    AccountSettings set(String key, String value) {
        return setting(MailboxSettings.PREFIX + "test." + key, value);
    }

    AccountSettings setting(String name, String value) {
        values.put(name, value);
        return this;
    }

    MailAccount account() {
        return MailAccount.of(new MailboxSettings(Settings.of(values), "test"));
    }
}
