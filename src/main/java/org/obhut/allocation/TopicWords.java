package org.obhut.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a text is about, by the words of {@code config/topic-words}: one file for each language, one line for each topic. Looked at in
 * memory while a mail is taken in; what comes of it is no more than a proposal.
 */
@ApplicationScoped
public class TopicWords {

    private static final List<String> LANGUAGES = List.of("de", "en", "ro", "bg", "es");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** What a text begins with says what it is about. */
    private static final int LONGEST = 20_000;

    private static final int MOST_TOPICS = 3;

    private record Words(Set<String> whole, Set<String> beginnings) {

        boolean hold(String word) {
            return whole.contains(word) || beginnings.stream().anyMatch(word::startsWith);
        }
    }

    private final Map<String, Map<String, Words>> languages = new LinkedHashMap<>();

    public TopicWords() {
        LANGUAGES.forEach(language -> languages.put(language, read(language)));
    }

    /** Keys of at most three topics: those of which the most different words are in the text. */
    public Set<String> in(String language, String text) {
        String primary = Locale.forLanguageTag(language).getLanguage();
        Set<String> words = words(text);
        Map<String, Long> hits = new LinkedHashMap<>();
        languages.forEach((tag, topics) -> {
            if (tag.equals(primary) || !languages.containsKey(primary)) {
                topics.forEach((topic, list) ->
                        hits.merge(topic, words.stream().filter(list::hold).count(), Long::sum));
            }
        });
        return hits.entrySet().stream()
                .filter(hit -> hit.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_TOPICS)
                .map(Map.Entry::getKey)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    /** Keys of all topics that have words. */
    Set<String> topics() {
        Set<String> all = new TreeSet<>();
        languages.values().forEach(topics -> all.addAll(topics.keySet()));
        return all;
    }

    private static Set<String> words(String text) {
        String begin = text.substring(0, Math.min(text.length(), LONGEST));
        Set<String> words = new HashSet<>(Arrays.asList(BETWEEN.split(folded(begin))));
        words.remove("");
        return words;
    }

    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
    }

    private static Map<String, Words> read(String language) {
        String path = "/topic-words/" + language + ".txt";
        try (InputStream file = TopicWords.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("missing " + path);
            }
            Map<String, Words> topics = new LinkedHashMap<>();
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] parts = line.split(":", 2);
                topics.put(parts[0], words(parts[1].split(",")));
            }
            return topics;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Words words(String[] listed) {
        Words words = new Words(new HashSet<>(), new HashSet<>());
        for (String each : listed) {
            String word = folded(each.strip());
            if (word.endsWith("*")) {
                words.beginnings().add(word.substring(0, word.length() - 1));
            } else {
                words.whole().add(word);
            }
        }
        return words;
    }
}
