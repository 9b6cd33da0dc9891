package org.obhut.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guide says is so in the console of today: its labels, pictures and links. */
class HelpPagesTest {

    private static final Path GUIDE = Path.of("src/main/resources/org/obhut/help");
    private static final Path TEXTS = Path.of("src/main/resources/org/obhut/console");
    private static final Path ASSETS = Path.of("src/main/webapp");
    private static final Pattern LABEL = Pattern.compile("\\*\\*(.+?)\\*\\*");
    private static final Pattern PICTURE = Pattern.compile("<img src=\"([^\"]+)\" alt=\"([^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]+)\"");

    private final HelpPages pages = new HelpPages();

    private static Set<String> labels(String tag) throws IOException {
        Properties texts = new Properties();
        try (var in = Files.newBufferedReader(TEXTS.resolve("texts_" + tag + ".properties"))) {
            texts.load(in);
        }
        Set<String> labels = new HashSet<>();
        texts.values().forEach(text -> labels.add((String) text));
        return labels;
    }

    private static String source(HelpTopic topic, String tag) throws IOException {
        return Files.readString(GUIDE.resolve(tag).resolve(topic.slug() + ".md"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void callsEverythingAsTheConsoleDoes(String tag) throws IOException {
        Set<String> labels = labels(tag);
        List<String> unknown = new ArrayList<>();
        int found = 0;
        for (HelpTopic topic : HelpTopic.values()) {
            if (topic == HelpTopic.EASY_LANGUAGE) {
                // Bold stands for emphasis there, as the rules of easy language have it.
                continue;
            }
            for (MatchResult label : LABEL.matcher(source(topic, tag)).results().toList()) {
                found++;
                if (!labels.contains(label.group(1))) {
                    unknown.add(topic.slug() + ": " + label.group(1));
                }
            }
        }
        assertEquals(List.of(), unknown);
        assertTrue(found > 40, "labels found: " + found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void showsPicturesThatThereAreAndSaysWhatTheyShow(String tag) throws IOException {
        Set<Path> shown = new TreeSet<>();
        for (HelpTopic topic : HelpTopic.values()) {
            PICTURE.matcher(pages.page(topic, tag).html()).results().forEach(picture -> {
                shown.add(ASSETS.resolve(picture.group(1).substring(1)));
                assertTrue(picture.group(2).length() > 10, topic + " " + picture.group());
            });
        }
        try (Stream<Path> files = Files.list(ASSETS.resolve("assets/help/" + tag))) {
            assertEquals(new TreeSet<>(files.toList()), shown);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void leadsOnlyToItsOwnPages(String tag) {
        Set<String> known = new HashSet<>();
        Arrays.stream(HelpTopic.values()).forEach(topic -> known.add("/help/" + topic.slug()));
        for (HelpTopic topic : HelpTopic.values()) {
            LINK.matcher(pages.page(topic, tag).html())
                    .results()
                    .forEach(link -> assertTrue(known.contains(link.group(1)), topic + " " + link.group(1)));
        }
    }

    @Test
    void saysTheSameInBothLanguages() {
        for (HelpTopic topic : HelpTopic.values()) {
            HelpPage german = pages.page(topic, "de");
            HelpPage english = pages.page(topic, "en");
            assertEquals(elements(german), elements(english), topic.slug());
            assertFalse(german.title().equals(english.title()), topic.slug());
        }
    }

    /** Headings, points and pictures, which a translation has in the same order. */
    private static List<String> elements(HelpPage page) {
        return Pattern.compile("<(h2|h3|ol|ul|li|img)\\b")
                .matcher(page.html())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void addressesNobodyInGerman() throws IOException {
        Pattern address = Pattern.compile("\\b(Ihr|Ihre|Ihnen|du|dein|deine|dir)\\b");
        for (HelpTopic topic : HelpTopic.values()) {
            assertFalse(address.matcher(source(topic, "de")).find(), topic.slug());
        }
    }
}
