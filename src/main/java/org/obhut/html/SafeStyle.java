package org.obhut.html;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Inline style reduced to colours, type, alignment, widths and borders. Each property has a form for its whole value, and
 * whatever does not have that form is left out: no functions but colours, no addresses, no escapes, nothing negative, no
 * position, layer or overflow.
 */
final class SafeStyle {

    private static final int LONGEST = 4_000;

    private static final String NUMBER = "\\d{1,4}(?:\\.\\d{1,4})?";
    private static final String LENGTH = "(?:" + NUMBER + "(?:px|pt|pc|em|rem|ex|ch|cm|mm|in|%)?)";
    private static final String COLOUR = "(?:#[0-9a-f]{3,8}|[a-z]{3,25}"
            + "|(?:rgb|hsl)a?\\( ?[0-9.]{1,8}%?(?:deg)?(?: ?[, /] ?[0-9.]{1,8}%?){2,3} ?\\))";
    private static final String LINE = "(?:none|hidden|solid|dotted|dashed|double|groove|ridge|inset|outset)";
    private static final String EDGE = "(?:" + LENGTH + "|thin|medium|thick|" + LINE + '|' + COLOUR + ')';
    private static final String NAME = "[a-z][a-z0-9-]{0,30}";
    private static final String FAMILY = "(?:" + NAME + "(?: " + NAME + "){0,4})";
    private static final String WORD = "[a-z-]{2,20}";

    private static final Map<String, Pattern> FORMS = new HashMap<>();

    static {
        form(COLOUR, "color", "background-color");
        form("(?:" + LENGTH + "|auto)", "width", "max-width", "min-width", "height", "max-height", "min-height");
        form(boxOf("(?:" + LENGTH + "|auto)"), "margin");
        form("(?:" + LENGTH + "|auto)", "margin-top", "margin-right", "margin-bottom", "margin-left");
        form(boxOf(LENGTH), "padding", "border-radius", "border-spacing");
        form(LENGTH, "padding-top", "padding-right", "padding-bottom", "padding-left", "text-indent");
        form("(?:" + LENGTH + "|normal)", "letter-spacing", "word-spacing", "line-height");
        form(boxOf(EDGE), "border", "border-top", "border-right", "border-bottom", "border-left");
        form(boxOf("(?:" + LENGTH + "|thin|medium|thick)"), "border-width");
        form(boxOf(LINE), "border-style");
        form(boxOf(COLOUR), "border-color");
        form(
                LENGTH + "|thin|medium|thick",
                "border-top-width",
                "border-right-width",
                "border-bottom-width",
                "border-left-width");
        form(LINE, "border-top-style", "border-right-style", "border-bottom-style", "border-left-style");
        form(COLOUR, "border-top-color", "border-right-color", "border-bottom-color", "border-left-color");
        form("collapse|separate", "border-collapse");
        form(FAMILY + "(?: ?, ?" + FAMILY + "){0,9}", "font-family");
        form(LENGTH + '|' + WORD, "font-size", "vertical-align");
        form("[1-9]00|" + WORD, "font-weight");
        form(WORD, "font-style", "font-variant", "text-align", "text-transform", "white-space", "list-style-type");
        form(WORD, "direction", "clear", "word-break", "overflow-wrap", "word-wrap", "table-layout", "caption-side");
        form(WORD + "(?: " + WORD + "){0,2}", "text-decoration");
        form("left|right|none", "float");
        form("none|block|inline|inline-block|list-item|table|table-row|table-cell", "display");
    }

    private SafeStyle() {}

    private static void form(String value, String... properties) {
        Pattern pattern = Pattern.compile(value);
        for (String property : properties) {
            FORMS.put(property, pattern);
        }
    }

    private static String boxOf(String side) {
        return side + "(?: " + side + "){0,3}";
    }

    /** The declarations that may stay, in one form; empty where none may. */
    static String of(String style) {
        if (style.length() > LONGEST) {
            return "";
        }
        StringJoiner safe = new StringJoiner("; ");
        for (String declaration : style.split(";")) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                add(safe, normal(declaration.substring(0, colon)), normal(declaration.substring(colon + 1)));
            }
        }
        return safe.toString();
    }

    private static void add(StringJoiner safe, String property, String value) {
        String name = property.equals("background") ? "background-color" : property;
        String plain = value.replaceFirst(" ?!important$", "");
        if (name.equals("font-family")) {
            plain = plain.replaceAll("[\"']", "");
        }
        Pattern form = FORMS.get(name);
        if (form != null && form.matcher(plain).matches()) {
            safe.add(name + ": " + plain);
        }
    }

    /** Whether this is a colour by name or number, for attributes older than style. */
    static boolean colour(String value) {
        return Pattern.matches(COLOUR, normal(value));
    }

    private static String normal(String css) {
        return css.toLowerCase(Locale.ROOT).replaceAll("[ \\t\\r\\n\\f]+", " ").strip();
    }
}
