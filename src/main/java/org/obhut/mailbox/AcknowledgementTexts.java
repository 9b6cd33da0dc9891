package org.obhut.mailbox;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/**
 * The words of a mailbox's acknowledgements: its own where they are set, else those that Obhut knows in fourteen languages. Plain
 * sentences, one a line.
 */
final class AcknowledgementTexts {

    private static final String TEXT = "acknowledge.text";
    private static final String LATER = "acknowledge.out-of-hours";
    private static final String EMERGENCY = "acknowledge.emergency";
    private static final int LONGEST = 1000;

    private static final Properties KNOWN = known();

    private final Function<String, Optional<String>> settings;
    private final String otherwise;

    /** @param otherwise the language where a client's is not known */
    private AcknowledgementTexts(Function<String, Optional<String>> settings, String otherwise) {
        this.settings = settings;
        this.otherwise = otherwise;
    }

    /** @throws org.obhut.platform.InvalidSetting where a text is too long, or there is none in the mailbox's language */
    static AcknowledgementTexts of(MailboxSettings settings) {
        String language = settings.text("language").orElse("de").toLowerCase(Locale.ROOT);
        var texts = new AcknowledgementTexts(settings::text, language);
        if (!language.matches("[a-z]{2,3}") || !texts.has(language)) {
            throw settings.invalid("language", "must be a language such as de that texts are known or set in");
        }
        for (String setting : List.of(TEXT, LATER, EMERGENCY)) {
            for (String tag : Locale.getISOLanguages()) {
                settings.text(setting + '.' + tag)
                        .filter(text -> text.length() > LONGEST)
                        .ifPresent(text -> {
                            throw settings.invalid(setting + '.' + tag, "may have " + LONGEST + " characters");
                        });
            }
        }
        return texts;
    }

    private static Properties known() {
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(AcknowledgementTexts.class.getResourceAsStream("acknowledgement.properties")),
                StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(in);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean has(String language) {
        return KNOWN.containsKey(language + ".arrived")
                || settings.apply(TEXT + '.' + language).isPresent();
    }

    /** The language of the acknowledgement for a client who writes in this one (a tag of BCP 47, or {@code und}). */
    String language(String client) {
        String primary = client.split("-", 2)[0].toLowerCase(Locale.ROOT);
        boolean script = KNOWN.containsKey(client + ".arrived")
                && settings.apply(TEXT + '.' + primary).isEmpty();
        return script ? client : has(primary) ? primary : otherwise;
    }

    /**
     * The whole text.
     *
     * @param language as {@link #language} answers it
     * @param working whether somebody works now
     */
    String text(String language, boolean working) {
        List<String> lines = new ArrayList<>();
        Optional<String> own = settings.apply(TEXT + '.' + language);
        lines.add(own.orElseGet(() -> KNOWN.getProperty(language + ".arrived")));
        if (!working) {
            settings.apply(LATER + '.' + language)
                    .or(() -> Optional.ofNullable(KNOWN.getProperty(language + ".later")))
                    .ifPresent(lines::add);
        } else if (own.isEmpty()) {
            lines.add(KNOWN.getProperty(language + ".soon"));
        }
        settings.apply(EMERGENCY + '.' + language)
                .or(() -> settings.apply(EMERGENCY))
                .ifPresent(lines::add);
        return String.join("\n", lines) + "\n";
    }
}
