package org.obhut.mailbox;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a mail's subject says where it may say nothing: a phone's lock screen shows it to whoever stands by. In the languages that
 * intake tells of a text.
 */
final class NeutralSubject {

    static final String DEFAULT_LANGUAGE = "de";

    private static final Map<String, String> PHRASES = Map.ofEntries(
            Map.entry("de", "Ihre Nachricht"),
            Map.entry("en", "Your message"),
            Map.entry("ro", "Mesajul dumneavoastră"),
            Map.entry("bg", "Вашето съобщение"),
            Map.entry("hu", "Az Ön üzenete"),
            Map.entry("pl", "Państwa wiadomość"),
            Map.entry("es", "Su mensaje"),
            Map.entry("ru", "Ваше сообщение"),
            Map.entry("tr", "Mesajınız"),
            Map.entry("th", "ข้อความของคุณ"),
            Map.entry("fr", "Votre message"),
            Map.entry("pt", "A sua mensagem"),
            Map.entry("sq", "Mesazhi juaj"),
            Map.entry("zh", "您的来信"),
            Map.entry("zh-Hant", "您的來信"),
            Map.entry("uk", "Ваше повідомлення"),
            Map.entry("sr", "Ваша порука"),
            Map.entry("hr", "Vaša poruka"),
            Map.entry("it", "Il Suo messaggio"),
            Map.entry("nl", "Uw bericht"),
            Map.entry("el", "Το μήνυμά σας"),
            Map.entry("ar", "رسالتكم"),
            Map.entry("vi", "Tin nhắn của bạn"),
            Map.entry("cs", "Vaše zpráva"),
            Map.entry("sk", "Vaša správa"));

    private NeutralSubject() {}

    /** The primary subtag of a language: {@code zh} of {@code zh-Hant}. */
    static String primary(String language) {
        return language.split("-", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** @param language as intake tells it; where there is no phrase for its script, the language's own counts */
    static Optional<String> in(String language) {
        return Optional.ofNullable(PHRASES.getOrDefault(language, PHRASES.get(primary(language))));
    }

    static String common() {
        return in(DEFAULT_LANGUAGE).orElseThrow();
    }
}
