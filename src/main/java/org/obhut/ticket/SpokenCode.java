package org.obhut.ticket;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Four different words of a list, in any order, by which an anonymous caller is found again: some 32 million codes. See
 * {@code spoken-words.txt} for what the words are.
 *
 * @param words in the order in which they are shown
 */
record SpokenCode(List<String> words) {

    static final List<String> LIST = read();

    private static final int WORDS = 4;
    private static final int LONGEST = 200;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APART = Pattern.compile("[^\\p{L}]+");

    static SpokenCode random(SecureRandom random) {
        Set<String> words = new LinkedHashSet<>();
        while (words.size() < WORDS) {
            words.add(LIST.get(random.nextInt(LIST.size())));
        }
        return new SpokenCode(List.copyOf(words));
    }

    /**
     * What somebody has typed who heard a code: whatever order, case and accents, with one wrong letter a word at most. Empty where
     * it is not a code.
     */
    static Optional<SpokenCode> heard(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        for (String word : APART.split(plain(text))) {
            if (!word.isEmpty()) {
                Optional<String> known =
                        LIST.stream().filter(one -> near(one, word)).findFirst();
                if (known.isEmpty() || words.contains(known.get())) {
                    return Optional.empty();
                }
                words.add(known.get());
            }
        }
        return words.size() == WORDS ? Optional.of(new SpokenCode(List.copyOf(words))) : Optional.empty();
    }

    /** The same for every order. */
    String canonical() {
        return String.join(" ", new TreeSet<>(words));
    }

    /** As it is shown and spoken. */
    String text() {
        return String.join(" ", words);
    }

    static SpokenCode of(String text) {
        return new SpokenCode(List.of(text.split(" ")));
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** Whether at most one letter is another, missing or too many. */
    private static boolean near(String word, String heard) {
        int shorter = Math.min(word.length(), heard.length());
        int longer = Math.max(word.length(), heard.length());
        if (longer - shorter > 1) {
            return false;
        }
        int same = 0;
        while (same < shorter && word.charAt(same) == heard.charAt(same)) {
            same++;
        }
        int skipped = longer == shorter ? 1 : 0;
        String rest = word.substring(Math.min(word.length(), same + (word.length() > heard.length() ? 1 : skipped)));
        String other = heard.substring(Math.min(heard.length(), same + (heard.length() > word.length() ? 1 : skipped)));
        return rest.equals(other);
    }

    private static List<String> read() {
        try (InputStream file = SpokenCode.class.getResourceAsStream("spoken-words.txt")) {
            if (file == null) {
                throw new IllegalStateException("missing spoken-words.txt");
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n"))
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
