package org.obhut.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A letter's text as the HTML that goes beside it where the writer chose so: paragraphs that find their own direction,
 * lists, quotes, links that can be tapped, and {@code *stress*}. No style, image, script or address of anything to load:
 * nothing in it tells one sender from another.
 */
final class HtmlLetter {

    private static final Pattern QUOTED = Pattern.compile("> ?(.*)");
    private static final Pattern LISTED = Pattern.compile("[-*•] +(.*)");
    /** A web address, a mail address, or words between two stars. What ends a sentence does not belong to an address. */
    private static final Pattern MARKED = Pattern.compile("(?<web>https?://[^\\s<>\"]*[^\\s<>\".,;:!?)'\\]])"
            + "|(?<mail>[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8})"
            + "|(?<![\\p{L}\\p{N}*])\\*(?<stress>[^\\s*](?:[^*\n]{0,300}[^\\s*])?)\\*(?![\\p{L}\\p{N}*])");

    private enum Block {
        PARAGRAPH,
        LIST,
        QUOTE
    }

    private final StringBuilder html = new StringBuilder();

    private HtmlLetter() {}

    /** @param language tag of BCP 47; {@code und} where it is unknown */
    static String of(String text, String language) {
        var letter = new HtmlLetter();
        boolean known = language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}") && !language.startsWith("und");
        letter.html.append("<!DOCTYPE html>\n<html").append(known ? " lang=\"" + language + '"' : "");
        letter.html.append(">\n<head><meta charset=\"UTF-8\"></head>\n<body>\n");
        letter.blocks(text.replace("\r\n", "\n").replace('\r', '\n').lines().toList());
        letter.html.append("</body>\n</html>\n");
        return letter.html.toString();
    }

    private void blocks(List<String> lines) {
        Block block = Block.PARAGRAPH;
        var gathered = new ArrayList<String>();
        for (String line : lines) {
            Block own = block(line);
            if (own != block || line.isBlank() && own == Block.PARAGRAPH) {
                write(block, gathered);
                gathered.clear();
                block = own;
            }
            if (!line.isBlank()) {
                gathered.add(content(own, line));
            }
        }
        write(block, gathered);
    }

    private static Block block(String line) {
        if (QUOTED.matcher(line).matches()) {
            return Block.QUOTE;
        }
        return LISTED.matcher(line).matches() ? Block.LIST : Block.PARAGRAPH;
    }

    private static String content(Block block, String line) {
        Matcher mark = (block == Block.QUOTE ? QUOTED : LISTED).matcher(line);
        return block != Block.PARAGRAPH && mark.matches() ? mark.group(1) : line;
    }

    private void write(Block block, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        switch (block) {
            case PARAGRAPH -> {
                html.append("<p dir=\"auto\">");
                for (int i = 0; i < lines.size(); i++) {
                    html.append(i == 0 ? "" : "<br>\n").append(marked(lines.get(i)));
                }
                html.append("</p>\n");
            }
            case LIST -> {
                html.append("<ul dir=\"auto\">\n");
                lines.forEach(line ->
                        html.append("<li dir=\"auto\">").append(marked(line)).append("</li>\n"));
                html.append("</ul>\n");
            }
            case QUOTE -> {
                html.append("<blockquote>\n");
                blocks(lines);
                html.append("</blockquote>\n");
            }
        }
    }

    private static String marked(String line) {
        var out = new StringBuilder();
        Matcher mark = MARKED.matcher(line);
        int from = 0;
        while (mark.find()) {
            out.append(escaped(line.substring(from, mark.start())));
            String words = escaped(mark.group());
            if (mark.group("web") != null) {
                out.append("<a href=\"")
                        .append(words)
                        .append("\">")
                        .append(words)
                        .append("</a>");
            } else if (mark.group("mail") != null) {
                out.append("<a href=\"mailto:")
                        .append(words)
                        .append("\">")
                        .append(words)
                        .append("</a>");
            } else {
                out.append("<strong>").append(escaped(mark.group("stress"))).append("</strong>");
            }
            from = mark.end();
        }
        return out.append(escaped(line.substring(from))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
