package org.obhut.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Mails in any number: sentences of our own in five languages, put together by chance that is the same at each run. */
final class ComposedMails {

    private static final List<String> TAGS = List.of("de", "de", "de", "ro", "ro", "bg", "es", "en");

    private static final Map<String, List<String>> SENTENCES = Map.of(
            "de",
            List.of(
                    "Ich habe eine Frage zur Anmeldung und weiß nicht, wohin ich gehen soll.",
                    "Bekomme ich beim Gesundheitsamt einen Termin ohne Ausweis?",
                    "Meine Vermieterin hat die Wohnung gekündigt, und ich habe Schulden bei ihr.",
                    "Bitte nur vormittags schreiben, danach liest jemand mit.",
                    "Die Krankenkasse verlangt eine Nachzahlung für zwei Jahre.",
                    "Eine Freundin hat mir diese Adresse gegeben."),
            "ro",
            List.of(
                    "Am primit o scrisoare de la primărie și nu o înțeleg.",
                    "Unde pot face analizele fără asigurare?",
                    "Vreau să mă opresc, dar am datorii și nu am unde să locuiesc.",
                    "Vă rog să-mi scrieți numai dimineața.",
                    "O colegă mi-a spus că mă puteți ajuta."),
            "bg",
            List.of(
                    "Получих писмо от общината и не го разбирам.",
                    "Къде мога да отида на лекар без осигуровка?",
                    "Искам да спра, но имам дългове и няма къде да живея.",
                    "Моля, пишете ми само сутрин."),
            "es",
            List.of(
                    "He recibido una carta del ayuntamiento y no la entiendo.",
                    "¿Dónde puedo hacerme las pruebas sin seguro?",
                    "Quiero dejarlo, pero tengo deudas y no tengo donde vivir.",
                    "Por favor, escríbanme solo por la mañana."),
            "en",
            List.of(
                    "I got a letter from the town hall and do not understand it.",
                    "Where can I be tested without insurance?",
                    "I would like to stop, but I owe money and have nowhere to live.",
                    "Please write in the mornings only."));

    private ComposedMails() {}

    static String language(Random chance) {
        return TAGS.get(chance.nextInt(TAGS.size()));
    }

    /** A mail of 60 to some 6,000 characters, one in eight with HTML, too, one in twenty with a file of up to 150 kB. */
    static ClientMessage mail(Random chance, int client, String language, Instant at) {
        String text = text(chance, language);
        @Nullable String html = chance.nextInt(8) > 0 ? null : "<p>" + text.replace("\n\n", "</p><p>") + "</p>";
        return new ClientMessage(
                sentence(chance, language),
                new Address("Klientin " + client, "klientin" + client + "@client.example"),
                null,
                at,
                text,
                text,
                html,
                language,
                MailKind.PERSONAL,
                null,
                "benchmark-" + client + '-' + chance.nextLong() + "@client.example",
                null,
                List.of(),
                files(chance));
    }

    static String text(Random chance, String language) {
        int sentences = 1 + (int) Math.min(80, Math.exp(chance.nextGaussian() + 1.5));
        return IntStream.range(0, sentences)
                .mapToObj(i -> sentence(chance, language))
                .collect(Collectors.joining("\n\n"));
    }

    private static String sentence(Random chance, String language) {
        List<String> all = SENTENCES.getOrDefault(language, List.of());
        return all.get(chance.nextInt(all.size()));
    }

    private static List<AttachmentContent> files(Random chance) {
        if (chance.nextInt(20) > 0) {
            return List.of();
        }
        byte[] bytes = new byte[1_000 + chance.nextInt(150_000)];
        chance.nextBytes(bytes);
        return List.of(new AttachmentContent("Brief.jpg", "image/jpeg", bytes));
    }
}
