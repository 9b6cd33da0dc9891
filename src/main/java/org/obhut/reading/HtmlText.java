package org.obhut.reading;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.obhut.mime.Lines;

/** HTML as plain text: blocks become lines, quotes get {@code >}, list items a dash; scripts, styles and hidden preheaders are left out. */
public final class HtmlText implements NodeVisitor {

    private static final Set<String> SKIPPED =
            Set.of("script", "style", "head", "title", "template", "noscript", "object", "svg");

    private final StringBuilder out = new StringBuilder();
    private int quotes;
    private int skipped;
    private int preformatted;
    private boolean lineOpen;

    /** The quote depth at which a blank line is due before the next text, -1 where none is. */
    private int blankDue = -1;

    private HtmlText() {}

    public static String of(String html) {
        HtmlText text = new HtmlText();
        NodeTraversor.traverse(text, Jsoup.parse(html));
        return text.out.toString().replace('\u00a0', ' ').strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            if (skipped == 0) {
                text(text.getWholeText());
            }
            return;
        }
        if (!(node instanceof Element element)) {
            return;
        }
        String name = element.normalName();
        if (SKIPPED.contains(name)) {
            skipped++;
        } else if (name.equals("br")) {
            newLine();
        } else if (name.equals("hr")) {
            endLine();
            text("----------");
            endLine();
        } else if (element.isBlock() || name.equals("tr")) {
            endLine();
            paragraph(name);
        }
        switch (name) {
            case "blockquote" -> quotes++;
            case "pre" -> preformatted++;
            case "li" -> text("- ");
            case "td", "th" -> text(" ");
            default -> {}
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        String name = element.normalName();
        if (SKIPPED.contains(name)) {
            skipped--;
        }
        if (element.isBlock() || name.equals("tr")) {
            endLine();
            paragraph(name);
        }
        if (name.equals("blockquote")) {
            quotes--;
        } else if (name.equals("pre")) {
            preformatted--;
        }
    }

    private void paragraph(String name) {
        if (name.equals("p") || name.equals("blockquote")) {
            blankDue = blankDue < 0 ? quotes : Math.min(blankDue, quotes);
        }
    }

    private void text(String text) {
        if (preformatted > 0) {
            String[] lines = Lines.normal(text).split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    newLine();
                }
                append(lines[i]);
            }
            return;
        }
        String collapsed = text.replaceAll("[ \\t\\r\\n\\f]+", " ");
        append(lineOpen && !endsBlank() ? collapsed : collapsed.stripLeading());
    }

    private boolean endsBlank() {
        return !out.isEmpty() && Character.isWhitespace(out.charAt(out.length() - 1));
    }

    private void append(String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!lineOpen) {
            if (blankDue >= 0 && !out.isEmpty()) {
                out.append(">".repeat(Math.min(blankDue, quotes))).append('\n');
            }
            blankDue = -1;
            out.append("> ".repeat(quotes));
            lineOpen = true;
        }
        out.append(text);
    }

    private void endLine() {
        if (lineOpen) {
            newLine();
        }
    }

    private void newLine() {
        if (!lineOpen && quotes > 0) {
            out.append(">".repeat(quotes));
        }
        while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        out.append('\n');
        lineOpen = false;
    }
}
