package org.obhut.mime;

/** Joins the soft-broken lines of {@code format=flowed} (RFC 3676). Quote depth is kept; a signature separator never flows. */
public final class FlowedText {

    private FlowedText() {}

    /** @param deleteSpace the parameter DelSp: the blank before a soft break is no part of the text */
    public static String unfold(String text, boolean deleteSpace) {
        StringBuilder out = new StringBuilder(text.length());
        StringBuilder paragraph = new StringBuilder();
        int depth = 0;
        boolean open = false;
        for (String line : text.split("\n", -1)) {
            int quotes = 0;
            while (quotes < line.length() && line.charAt(quotes) == '>') {
                quotes++;
            }
            String content = line.substring(quotes);
            if (content.startsWith(" ")) {
                content = content.substring(1);
            }
            boolean separator = content.equals("-- ");
            if (open && (quotes != depth || separator)) {
                line(out, depth, paragraph);
                open = false;
            }
            depth = quotes;
            boolean soft = content.endsWith(" ") && !separator;
            paragraph.append(soft && deleteSpace ? content.substring(0, content.length() - 1) : content);
            if (soft) {
                open = true;
            } else {
                line(out, depth, paragraph);
                open = false;
            }
        }
        if (open) {
            line(out, depth, paragraph);
        }
        out.setLength(Math.max(0, out.length() - 1));
        return out.toString();
    }

    private static void line(StringBuilder out, int depth, StringBuilder paragraph) {
        out.append(">".repeat(depth));
        if (depth > 0 && !paragraph.isEmpty()) {
            out.append(' ');
        }
        out.append(paragraph).append('\n');
        paragraph.setLength(0);
    }
}
