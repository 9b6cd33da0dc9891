package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.obhut.audit.Act;

class TextsTest {

    /** A key in a template or class; one that ends with a dot is the beginning of several. */
    private static final Pattern KEY = Pattern.compile("\\b(?:t|text)\\((?:[^\"()]*\\? )?\"([a-z][A-Za-z.-]+)\"");

    private static Properties bundle(String tag) throws IOException {
        var texts = new Properties();
        try (var in =
                Files.newBufferedReader(Path.of("src/main/resources/org/obhut/console/texts_" + tag + ".properties"))) {
            texts.load(in);
        }
        return texts;
    }

    @Test
    void saysTheSameInBothLanguages() throws IOException {
        assertEquals(
                new TreeSet<>(bundle("de").stringPropertyNames()),
                new TreeSet<>(bundle("en").stringPropertyNames()));
    }

    @Test
    void knowsEveryKeyThatIsUsed() throws IOException {
        var known = bundle("de").stringPropertyNames();
        var used = new TreeSet<String>();
        for (String root : new String[] {"src/main/jte", "src/main/java/org/obhut/console"}) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    KEY.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
                }
            }
        }
        assertTrue(used.size() > 80, "keys found: " + used.size());
        for (String key : used) {
            assertTrue(
                    key.endsWith(".") ? known.stream().anyMatch(each -> each.startsWith(key)) : known.contains(key),
                    key);
        }
    }

    @Test
    void hasASentenceForEveryActThatIsAudited() throws IOException {
        var known = bundle("de").stringPropertyNames();
        for (Act act : Act.values()) {
            assertTrue(known.contains("audit.act." + act), act.name());
        }
    }

    @Test
    void everyTextIsAValidPatternWithoutAStraightApostrophe() throws IOException {
        for (String tag : new String[] {"de", "en"}) {
            Properties texts = bundle(tag);
            for (String key : texts.stringPropertyNames()) {
                assertFalse(texts.getProperty(key).contains("'"), key);
                assertFalse(
                        new MessageFormat(texts.getProperty(key))
                                .format(new Object[] {1, 2})
                                .isBlank(),
                        key);
            }
        }
    }

    @Test
    void addressesNobodyInGerman() throws IOException {
        Properties german = bundle("de");
        Pattern address = Pattern.compile("\\b(Sie|Ihr|Ihre|Ihnen|du|dein|deine|dir)\\b");
        for (String key : german.stringPropertyNames()) {
            if (key.startsWith("disclosed.")) {
                // The page of an archive is read by the client, who is addressed.
                continue;
            }
            String sentence = german.getProperty(key).replaceAll("(^|[.:!] )Sie ", "$1");
            assertFalse(address.matcher(sentence).find(), key);
        }
    }
}
