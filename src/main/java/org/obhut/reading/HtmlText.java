package org.obhut.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.obhut.html.BoundedPage;
import org.obhut.mime.Lines;

/**
 * HTML as plain text: blocks become lines, quotes get {@code >}, list items a dash or their number, cells a bar between them, links
 * their target where the text does not show it; what nobody sees is left out. Depth and number of elements are bounded by the parser,
 * the length by this class.
 */
public final class HtmlText implements NodeFilter {

    /** Characters of HTML that are read, and of text that come of it. The mail keeps the rest as a file. */
    static final int LONGEST = 4_000_000;

    private static final Set<String> CELLS = Set.of("td", "th");

    private final LineWriter out = new LineWriter(LONGEST);
    private final Deque<Integer> lists = new ArrayDeque<>();
    private final Deque<StringBuilder> links = new ArrayDeque<>();
    private int depth;
    private int quotes;
    private boolean restQuoted;
    private int preformatted;

    private HtmlText() {}

    public static ReadableText of(String html) {
        HtmlText text = new HtmlText();
        NodeTraversor.filter(text, page(html));
        return text.out.text();
    }

    private static Document page(String html) {
        String read = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
        return BoundedPage.of(read).document();
    }

    @Override
    public FilterResult head(Node node, int level) {
        if (node instanceof TextNode text) {
            text(text.getWholeText());
        }
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        if (out.full() || HtmlStructure.unseen(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        block(element);
        depth += HtmlStructure.marked(element) ? 1 : 0;
        quotes += HtmlStructure.quote(element) ? 1 : 0;
        restQuoted |= HtmlStructure.quotesRest(element);
        switch (element.normalName()) {
            case "br" -> out.breakLine(depth);
            case "hr" -> {
                append("----------");
                out.endLine();
            }
            case "pre" -> preformatted++;
            case "ul" -> lists.push(-1);
            case "ol" -> lists.push(number(element.attr("start")));
            case "li" -> item();
            case "td", "th" -> cell(element);
            case "a" -> links.push(new StringBuilder());
            case "img" -> picture(element.attr("alt"));
            default -> {}
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int level) {
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        switch (element.normalName()) {
            case "pre" -> preformatted--;
            case "ul", "ol" -> lists.poll();
            case "a" -> {
                StringBuilder text = links.poll();
                append(UnsaidTarget.beside(text == null ? "" : text.toString(), element.attr("href")));
            }
            default -> {}
        }
        block(element);
        depth -= HtmlStructure.marked(element) ? 1 : 0;
        quotes -= HtmlStructure.quote(element) ? 1 : 0;
        return FilterResult.CONTINUE;
    }

    private void block(Element element) {
        String name = element.normalName();
        if (element.isBlock() && !CELLS.contains(name) || name.equals("tr") || name.equals("hr")) {
            out.endLine();
        }
        boolean list = (name.equals("ul") || name.equals("ol")) && lists.isEmpty();
        if (list || HtmlStructure.spaced(element)) {
            out.paragraph(depth);
        }
    }

    private void item() {
        Integer number = lists.poll();
        int nested = Math.min(lists.size(), 8);
        append("  ".repeat(nested) + (number == null || number < 0 ? "- " : number + ". "));
        if (number != null) {
            lists.push(number < 0 ? number : number + 1);
        }
    }

    private void cell(Element cell) {
        if (out.open() && cell.previousElementSibling() != null) {
            boolean label = out.last() == ':' || out.last() == ' ';
            append(label ? " " : " | ");
        }
    }

    /** Programs send smileys as pictures; of others the name says nothing. */
    private void picture(String alt) {
        if (!alt.isBlank() && alt.length() <= 12 && alt.codePoints().noneMatch(Character::isLetterOrDigit)) {
            append(alt);
        }
    }

    private void text(String text) {
        if (preformatted > 0) {
            String[] lines = Lines.normal(text).split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    out.breakLine(depth);
                }
                append(lines[i]);
            }
            return;
        }
        String collapsed = text.replaceAll("[ \\t\\r\\n\\f]+", " ");
        append(out.last() == ' ' ? collapsed.stripLeading() : collapsed);
    }

    private void append(String text) {
        String shown = text.replace('\u00a0', ' ').replaceAll("[\\u200b\\ufeff\\u034f\\u00ad]", "");
        out.append(shown, depth, quotes > 0 || restQuoted);
        if (!links.isEmpty()) {
            links.peek().append(shown);
        }
    }

    private static int number(String start) {
        return start.matches("\\d{1,6}") ? Integer.parseInt(start) : 1;
    }
}
