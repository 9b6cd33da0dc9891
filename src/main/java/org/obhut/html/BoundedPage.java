package org.obhut.html;

import java.util.Iterator;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * A mail's HTML, read as far as anybody can look at it. A page can stand for many times more elements than were written: each
 * paragraph opens all unclosed formatting anew (WHATWG HTML section 13.2.4.3), and a megabyte became 300 MB of memory.
 *
 * @param document the page, without what stands past the bound
 * @param cut whether something does
 */
public record BoundedPage(Document document, boolean cut) {

    /** Elements; a long newsletter has a few thousand. */
    static final int MOST = 100_000;

    public static BoundedPage of(String html) {
        try (StreamParser parser = new StreamParser(Parser.htmlParser()).parse(html, "")) {
            Iterator<Element> elements = parser.iterator();
            for (int seen = 0; seen < MOST && elements.hasNext(); seen++) {
                elements.next();
            }
            boolean cut = elements.hasNext();
            return new BoundedPage(parser.stop().document(), cut);
        }
    }
}
