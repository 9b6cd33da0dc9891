package org.obhut.reading;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is built to hurt: a million characters each, against which a quadratic search would run for hours. The deadline is no measure of speed. */
class HostileTextTest {

    private static final int SIZE = 1_000_000;
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    @Test
    void readsHostileTextInLinearTime() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String line : new String[] {
            ">\n",
            "> \n> x\n",
            ">".repeat(500) + "\n",
            "\n",
            "\u00a0\n",
            "x:\n",
            "x:\n\n",
            "Am 12.01.2027 um 10:00 schrieb\n",
            "Am 12.01.2027 um 10:00 schrieb Ana <a@b.example>:\n",
            "Am 12.01.2027 um 10:00 schrieb Ana <a@b.example>:\n\n> x\n",
            "Am 12.01.2027 um 10:00 schrieb Ana:\n> x\ny\n",
            "Ana schrieb:\n> x\ny\n",
            "On 2027 wrote\n",
            "<a@b\n> wrote:\n",
            "Von: x\n",
            "Von: x\nGesendet: y\n",
            "Von: x\nAn: y\nx\nx\n",
            "-----Ursprüngliche Nachricht\n",
            "--\n",
            "----\n____\n",
            "* * *\n",
            "A> x\nB> y\n",
            "| x\n",
            "Von meinem iPhone gesendet\n",
            "gesendet iphone",
            "a@b ",
            "<a@",
            "\"",
            "((((",
            "“",
        }) {
            texts.put(line, line.repeat(SIZE / line.length()));
        }
        texts.put("own text above", "Hallo\n" + texts.get("Von: x\n"));
        texts.put("blank, then colons", "\n".repeat(SIZE / 2) + "x:\n".repeat(SIZE / 6));
        texts.put("colons above blank", ("x:" + "\n".repeat(400)).repeat(SIZE / 402));
        texts.forEach((name, text) -> {
            String found = within(name, () -> QuotedText.newText(text));
            assertTrue(found.length() <= text.length(), name);
        });
    }

    @Test
    void readsHostilePagesInLinearTime() {
        Map<String, String> pages = new LinkedHashMap<>();
        for (String part : new String[] {
            "<div>",
            "<blockquote>x",
            "<blockquote type=cite>x<br>",
            "<b><p>x",
            "<a href=http://a.example>x",
            "<table><tr><td>x",
            "<ul><li>x",
            "<ol><li>x",
            "<p>x",
            "<br>",
            "<span style='display:none'>x",
            "<div style='" + "color:red;".repeat(500) + "'>x",
            "<pre>\n",
            "&nbsp;\n",
            "<!--[if mso]>",
            "<svg><g>",
            "<div class='" + "a ".repeat(500) + "'>x",
            "<div id=divRplyFwdMsg>x",
            "<",
            "&",
        }) {
            pages.put(part, part.repeat(SIZE / part.length()));
        }
        StringBuilder attributes = new StringBuilder("<p");
        for (int i = 0; i < 150_000; i++) {
            attributes.append(" a").append(i).append("=1");
        }
        pages.put("attributes", attributes + ">x");
        pages.put("too long", "<p>x</p>".repeat(HtmlText.LONGEST / 4));
        pages.forEach((name, page) -> {
            ReadableText text = within(name, () -> HtmlText.of(page));
            assertTrue(text.text().length() <= HtmlText.LONGEST + 1_000, name);
            assertNotNull(within(name, () -> QuotedText.newText(text)));
        });
    }

    private static <T> T within(String name, org.junit.jupiter.api.function.ThrowingSupplier<T> task) {
        long start = System.nanoTime();
        T found = assertTimeoutPreemptively(DEADLINE, task, () -> name.substring(0, Math.min(60, name.length())));
        if (Boolean.getBoolean("obhut.corpus.verbose")) {
            String shown = name.substring(0, Math.min(40, name.length())).replace("\n", "⏎");
            System.out.println((System.nanoTime() - start) / 1_000_000 + " ms " + shown);
        }
        return found;
    }
}
