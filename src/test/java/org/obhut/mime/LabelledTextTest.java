package org.obhut.mime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LabelledTextTest {

    /** The sets that people's mail programs have written each language in. */
    private static final Map<String, List<String>> SETS = Map.ofEntries(
            Map.entry("de", List.of("iso-8859-1", "windows-1252", "iso-8859-15", "cp850", "macintosh")),
            Map.entry("en", List.of("us-ascii", "iso-8859-1", "windows-1252")),
            Map.entry("fr", List.of("iso-8859-1", "windows-1252", "iso-8859-15")),
            Map.entry("es", List.of("iso-8859-1", "windows-1252", "iso-8859-15")),
            Map.entry("pt", List.of("iso-8859-1", "windows-1252", "iso-8859-15")),
            Map.entry("sq", List.of("iso-8859-1", "windows-1252")),
            Map.entry("tr", List.of("iso-8859-9", "windows-1254", "iso-8859-3")),
            Map.entry("pl", List.of("iso-8859-2", "windows-1250")),
            Map.entry("hu", List.of("iso-8859-2", "windows-1250")),
            Map.entry("ro", List.of("iso-8859-2", "windows-1250", "iso-8859-16")),
            Map.entry("ru", List.of("windows-1251", "koi8-r", "iso-8859-5", "cp866")),
            Map.entry("bg", List.of("windows-1251", "koi8-r", "iso-8859-5")),
            Map.entry("th", List.of("tis-620", "windows-874", "iso-8859-11")),
            Map.entry("zh", List.of("gb2312", "gbk", "gb18030", "big5")));

    /** Sets that are read under their label but that no guess can tell from their likes. */
    private static final List<String> RARE = List.of("iso-8859-3", "iso-8859-16", "macintosh");

    private record Sample(String language, String set, String text, byte[] bytes) {}

    /** Every text in every set that can write it. */
    private static List<Sample> samples() throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (InputStream in = LabelledTextTest.class.getResourceAsStream("/org/obhut/reading/languages/texts.txt");
                Stream<String> lines = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8).lines()) {
            lines.filter(line -> line.matches("\\w\\w \\| .*")).forEach(line -> {
                String language = line.substring(0, 2);
                for (String set : SETS.getOrDefault(language, List.of())) {
                    Charset charset = Charsets.of(set).orElseThrow();
                    String text = line.substring(5);
                    if (charset.newEncoder().canEncode(text)) {
                        samples.add(new Sample(language, set, text, text.getBytes(charset)));
                    }
                }
            });
        }
        assertTrue(samples.size() > 400, "only " + samples.size());
        return samples;
    }

    @Test
    void aRightLabelIsNeverOverruled() throws IOException {
        for (Sample sample : samples()) {
            assertEquals(sample.text(), LabelledText.decode(sample.bytes(), sample.set()), sample.toString());
            assertEquals(sample.text(), LabelledText.decode(sample.text().getBytes(UTF_8), "utf-8"));
        }
        // Valid UTF-8 by accident, and words of nothing but accents.
        for (String text : List.of("CAFÉ…", "ÄÖÜ äöü ß", "Ã", "ÉTÉ", "àéèêàâéèà", "Ü: ÄÄÄ ÖÖÖ ÜÜÜ äöüäöüäöü", "ÿþ")) {
            byte[] bytes = text.getBytes(Charset.forName("windows-1252"));
            assertEquals(text, LabelledText.decode(bytes, "windows-1252"));
            assertEquals(text, LabelledText.decode(bytes, "iso-8859-1"));
        }
        assertEquals("เกเก", LabelledText.decode("เกเก".getBytes(Charset.forName("x-windows-874")), "windows-874"));
        assertEquals("一", LabelledText.decode("一".getBytes(Charset.forName("gb18030")), "gb2312"));
    }

    @Test
    void utf8UnderAnotherLabelIsUtf8() throws IOException {
        int wrong = 0;
        for (Sample sample : samples()) {
            String text = LabelledText.decode(sample.text().getBytes(UTF_8), sample.set());
            wrong += text.equals(sample.text()) ? 0 : 1;
        }
        assertEquals(0, wrong);
        assertEquals("Bis bald 😀 – Ana", LabelledText.decode("Bis bald 😀 – Ana".getBytes(UTF_8), "iso-8859-1"));
        assertEquals("Zdravo, još žene", LabelledText.decode("Zdravo, još žene".getBytes(UTF_8), "iso-8859-1"));
        assertEquals("Xin chào các bạn", LabelledText.decode("Xin chào các bạn".getBytes(UTF_8), "iso-8859-1"));
    }

    /** Where nothing tells the charset: nearly every text longer than a line is read right, and most of the short ones. */
    @Test
    void unlabelledTextIsGuessed() throws IOException {
        for (String label : new String[] {null, "x-unknown", "us-ascii", "utf-8"}) {
            assertTrue(shareRead(label, 40) > 0.97, label + " " + shareRead(label, 40));
            assertTrue(shareRead(label, 1) > 0.93, label + " " + shareRead(label, 1));
        }
    }

    private static double shareRead(@Nullable String label, int longerThan) throws IOException {
        int all = 0;
        int right = 0;
        for (Sample sample : samples()) {
            if (sample.text().length() > longerThan && !RARE.contains(sample.set())) {
                all++;
                right += LabelledText.decode(sample.bytes(), label).equals(sample.text()) ? 1 : 0;
            }
        }
        return (double) right / all;
    }

    @Test
    void textOfAnotherScriptUnderALatinLabelIsGuessed() throws IOException {
        for (Sample sample : samples()) {
            if (List.of("ru", "bg").contains(sample.language())
                    && List.of("windows-1251", "koi8-r").contains(sample.set())
                    && sample.text().length() > 40
                    && sample.text().matches("[^A-Za-z]+")) {
                assertEquals(sample.text(), LabelledText.decode(sample.bytes(), "iso-8859-1"));
                assertEquals(sample.text(), LabelledText.decode(sample.bytes(), "windows-1252"));
            }
        }
    }

    @Test
    void namesAreReadInTheSpellingsOfSenders() {
        assertEquals("windows-1252", Charsets.of("ISO_8859-1").orElseThrow().name());
        assertEquals("windows-1252", Charsets.of("\"iso8859-1\"").orElseThrow().name());
        assertEquals("windows-1251", Charsets.of("cp1251").orElseThrow().name());
        assertEquals("windows-1251", Charsets.of("win-1251").orElseThrow().name());
        assertEquals("x-windows-874", Charsets.of("windows-874").orElseThrow().name());
        assertEquals("IBM850", Charsets.of("cp-850").orElseThrow().name());
        assertEquals("UTF-8", Charsets.of("utf8").orElseThrow().name());
        assertEquals("GB18030", Charsets.of("gb_2312-80").orElseThrow().name());
        assertTrue(Charsets.of("x-unknown").isEmpty());
        assertTrue(Charsets.of("../../etc").isEmpty());
        assertTrue(Charsets.of("").isEmpty());
    }

    @Test
    void marksEscapesAndShiftsAreFollowed() {
        assertEquals("Grüße", LabelledText.decode("\ufeffGrüße".getBytes(UTF_8), "iso-8859-1"));
        assertEquals("Grüße", LabelledText.decode("\ufeffGrüße".getBytes(Charset.forName("UTF-16LE")), null));
        assertEquals("Hallo", LabelledText.decode("Hallo".getBytes(UTF_8), "utf-16"));
        assertEquals("登録", LabelledText.decode("登録".getBytes(Charset.forName("iso-2022-jp")), null));
        assertEquals("登録", LabelledText.decode("登録".getBytes(Charset.forName("iso-2022-jp")), "us-ascii"));
        assertEquals("Grüße + Küsse", LabelledText.decode("Gr+APwA3w-e +- K+APw-sse".getBytes(UTF_8), "utf-7"));
    }

    @Test
    void damageInUtf8StaysDamage() {
        byte[] bytes = "Schöne Grüße aus Köln".getBytes(UTF_8);
        bytes[4] = 'x';
        assertEquals("Sch\ufffdxne Grüße aus Köln", LabelledText.decode(bytes, "utf-8"));
    }
}
