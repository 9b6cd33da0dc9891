package org.obhut.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Ordinary mails of our own writing: every sentence of the language samples as a letter, in turn as each of the programs that
 * people use write it, with the charsets, encodings and attachments that these have.
 */
final class OrdinaryMails {

    /** What a mail is to be read as. {@code lines} are those of its text that are not the program's. */
    record Ordinary(String title, byte[] bytes, String subject, String name, List<String> lines, List<String> files) {}

    /** What stands around the sentences in one language. */
    private static final class Letters {
        private final Map<String, List<String>> values = new LinkedHashMap<>();

        String value(String key, int number) {
            List<String> all = values.getOrDefault(key, List.of(""));
            return all.get(number % all.size());
        }

        List<String> sets() {
            return List.of(value("sets", 0).split(", "));
        }
    }

    /** From so few letters nobody can tell a charset that is not named. */
    private static final int FEW = 2;

    private OrdinaryMails() {}

    static List<Ordinary> all() {
        Map<String, Letters> letters = letters();
        List<Ordinary> mails = new ArrayList<>();
        int number = 0;
        for (String line : lines("/org/obhut/reading/languages/texts.txt")) {
            String language = line.substring(0, Math.min(2, line.length()));
            int bar = line.indexOf(" | ");
            boolean one = bar > 0 && List.of(language, "zh-Hant").contains(line.substring(0, bar));
            if (one && letters.containsKey(language)) {
                // Two programs for each, so that no language is left to one of them.
                mails.add(mail(number, number, language, letters.get(language), line.substring(bar + 3)));
                mails.add(mail(number + 1000, number + 6, language, letters.get(language), line.substring(bar + 3)));
                number++;
            }
        }
        return mails;
    }

    private static Ordinary mail(int number, int turn, String language, Letters letters, String sentence) {
        MailProgram program = MailProgram.values()[turn % MailProgram.values().length];
        List<String> lines = new ArrayList<>();
        lines.add(letters.value("greeting", number));
        lines.add(sentence);
        lines.add(letters.value("closing", number));
        String name = letters.value("name", number);
        String subject = letters.value("subject", number);
        boolean tellable = program != MailProgram.SCRIPT
                || String.join("", lines).chars().filter(c -> c > 127).count() > FEW;
        Charset set =
                program.old() && tellable ? fitting(letters, number, subject + name + lines) : StandardCharsets.UTF_8;
        List<String> files = number % 4 == 0
                ? List.of(number % 8 == 0 ? "Bescheid Größe 2.pdf" : "IMG_0" + number + ".jpg")
                : List.of();
        MailProgram.Letter letter =
                new MailProgram.Letter(number, name, subject, lines, letters.value("phone", 0), set, files);
        return new Ordinary(
                language + " " + number + " " + program + " " + set,
                program.write(letter),
                subject,
                plain(name),
                lines,
                files);
    }

    /** A name as it is read: without the quotes that it is written in. */
    private static String plain(String name) {
        return name.replace("\"", "");
    }

    /** One of the language's old charsets that has all these characters, else UTF-8. */
    private static Charset fitting(Letters letters, int number, String text) {
        List<String> sets = letters.sets();
        for (int i = 0; i < sets.size(); i++) {
            String set = sets.get((number + i) % sets.size());
            Charset charset = Charset.forName(set.equals("windows-874") ? "x-windows-874" : set);
            if (charset.newEncoder().canEncode(text)) {
                return charset;
            }
        }
        return StandardCharsets.UTF_8;
    }

    private static Map<String, Letters> letters() {
        Map<String, Letters> all = new LinkedHashMap<>();
        Letters open = new Letters();
        for (String line : lines("ordinary/letters.txt")) {
            if (line.startsWith("[")) {
                open = new Letters();
                all.put(line.substring(1, line.indexOf(']')), open);
            } else {
                int colon = line.indexOf(": ");
                open.values
                        .computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
                        .add(line.substring(colon + 2));
            }
        }
        return all;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = OrdinaryMails.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
