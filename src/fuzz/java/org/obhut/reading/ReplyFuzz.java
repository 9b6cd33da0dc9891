package org.obhut.reading;

import static org.obhut.fuzz.Bounds.expect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.obhut.fuzz.Bounds;
import org.obhut.mime.Lines;

/** Any text, or HTML where it begins with a tag, as a reply: each line is new or folded, and the page is safe to look at. */
public final class ReplyFuzz {

    private ReplyFuzz() {}

    public static List<byte[]> seeds() throws Exception {
        List<byte[]> seeds = new ArrayList<>();
        for (String language : QuoteSet.LANGUAGES) {
            QuoteSet set = QuoteSet.read(language);
            for (QuoteSet.Lead lead : set.leads()) {
                String text = set.answers().get(0) + "\n\n" + lead.with(set.quoted());
                seeds.add(text.getBytes(StandardCharsets.UTF_8));
                seeds.add((set.answers().get(0) + "\n\n" + set.signatures().get(0)).getBytes(StandardCharsets.UTF_8));
            }
        }
        for (String sample : QuoteSet.resource("quotes/html.txt").split("(?m)^== .*$")) {
            seeds.add(sample.split("(?m)^-- ")[0].strip().getBytes(StandardCharsets.UTF_8));
        }
        seeds.add(
                "<div style='color:red;background:url(http://a.example/b)' onclick=x()>a<img src=cid:1><a href=//b.example>https://a.example</a></div><blockquote type=cite>c<table><tr><td bgcolor=red>d"
                        .getBytes(StandardCharsets.UTF_8));
        return seeds;
    }

    public static void fuzzerInitialize() {
        read("<p>Guten Tag</p><blockquote>x</blockquote>");
        read("Guten Tag\n\nAm 1.2.2027 um 10:00 schrieb Ana:\n> x");
        TextLanguage.of("Guten Tag, ich habe eine Frage");
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = Lines.normal(new String(bytes, StandardCharsets.UTF_8));
        Bounds.hold(bytes.length, () -> read(text));
    }

    private static void read(String text) {
        ReadableText readable = ReadableText.plain(text);
        if (text.startsWith("<")) {
            readable = HtmlText.of(text);
            SafeHtml.check(text);
        }
        int lines = readable.text().split("\n", -1).length;
        expect(readable.quoted().length() <= lines, "a quote behind the last line");
        String newText = QuotedText.newText(readable);
        KeptLines.within(readable.text(), newText);
        KeptLines.check(readable.text(), newText);
        TextLanguage.of(newText);
    }
}
