package org.obhut.reading;

import static org.obhut.fuzz.Bounds.expect;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.obhut.html.ReceivedHtml;

/** What a browser makes of cleaned HTML runs nothing and asks nobody. */
public final class SafeHtml {

    private static final Set<String> ACTIVE = Set.of(
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "form",
            "input",
            "button",
            "link",
            "meta",
            "base",
            "svg",
            "math",
            "template",
            "noscript",
            "video",
            "audio",
            "source");

    private SafeHtml() {}

    public static void check(String html) {
        String cleaned = new ReceivedHtml(html).cleaned().html();
        for (Element element :
                Jsoup.parseBodyFragment(cleaned).body().children().select("*")) {
            expect(!ACTIVE.contains(element.normalName()), "an element that acts: " + element.normalName());
            element.attributes().forEach(SafeHtml::check);
        }
    }

    private static void check(Attribute attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue().strip().toLowerCase(Locale.ROOT);
        expect(!name.startsWith("on"), "a handler");
        switch (name) {
            case "src" -> expect(value.startsWith("cid:"), "a picture from elsewhere");
            case "href" -> expect(value.matches("(?s)(https?|mailto):.*"), "a link of another kind");
            case "style" ->
                expect(
                        !value.contains("url") && !value.contains("expression") && !value.contains("@"),
                        "a style that fetches");
            default -> expect(!value.startsWith("javascript:"), "a script in " + name);
        }
    }
}
