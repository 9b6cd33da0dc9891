package org.obhut.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.Authorities;
import org.obhut.platform.InvalidSetting;
import org.obhut.platform.Settings;

/**
 * The settings of one mailbox, {@code obhut.mailbox.<name>.<key>}, by their keys. Each group of them is read by the class
 * that it becomes, which says there what is allowed; every refusal names the setting and the rule, never the value.
 *
 * @param name how the settings call the mailbox; its address where it was added
 * @param own what was filled in in the console, by keys; null where the settings file has it
 */
record MailboxSettings(
        Settings settings, String name, @Nullable Map<String, String> own) {

    static final String PREFIX = "obhut.mailbox.";

    /** Those of the settings file. */
    MailboxSettings(Settings settings, String name) {
        this(settings, name, null);
    }

    /** Whether it was added in the console, where the password is known and there is no team yet. */
    boolean added() {
        return own != null;
    }

    /** The setting's text without blanks around it; empty where it is not set. */
    Optional<String> text(String key) {
        return own == null ? settings.text(setting(key)) : Optional.ofNullable(own.get(key));
    }

    String required(String key) {
        return text(key).orElseThrow(() -> invalid(key, "must be set"));
    }

    /** One of these words, whatever its case. */
    String choice(String key, List<String> values, String otherwise) {
        String value = text(key).orElse(otherwise).toLowerCase(Locale.ROOT);
        if (!values.contains(value)) {
            throw invalid(key, "must be one of " + String.join(", ", values));
        }
        return value;
    }

    boolean flag(String key) {
        return choice(key, List.of("false", "true"), "false").equals("true");
    }

    /** A number from 1 to {@code most}. */
    Optional<Integer> number(String key, int most) {
        return text(key).map(text -> number(key, text, most));
    }

    private int number(String key, String text, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number > 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the same answer as for a number out of range
        }
        throw invalid(key, "must be a number from 1 to " + most);
    }

    /** Words in lower case, separated by commas or blanks. */
    Set<String> words(String key) {
        return Arrays.stream(text(key).orElse("").toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A mail address in lower case. */
    String address(String key) {
        String address = required(key).toLowerCase(Locale.ROOT);
        if (!address.matches("[^\\s@<>,;]+@[^\\s@<>,;]+")) {
            throw invalid(key, "must be an address such as name@example.org");
        }
        return address;
    }

    /** A file that can be read now. */
    Path readable(String key) {
        Path file = Path.of(required(key));
        if (!Files.isReadable(file)) {
            throw invalid(key, "must name a file that can be read");
        }
        return file;
    }

    /** A file that can be read now; empty where none is set. */
    Optional<Path> file(String key) {
        return text(key).map(set -> readable(key));
    }

    /** A file with the certificates of authorities, in PEM; empty where none is set. */
    Optional<Path> authorities(String key) {
        Optional<Path> file = file(key);
        file.ifPresent(pem -> {
            try {
                Authorities.of(pem);
            } catch (IOException e) {
                throw invalid(key, "must name a file with certificates in PEM");
            }
        });
        return file;
    }

    /** The key of a setting that one side may have for itself: {@code imap.auth} where that is set, else {@code auth}. */
    String nearest(String side, String key) {
        String own = side + '.' + key;
        return text(own).isPresent() ? own : key;
    }

    InvalidSetting invalid(String key, String rule) {
        return new InvalidSetting(setting(key), rule);
    }

    private String setting(String key) {
        return PREFIX + name + '.' + key;
    }
}
