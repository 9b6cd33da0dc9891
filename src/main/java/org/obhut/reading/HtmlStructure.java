package org.obhut.reading;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What elements mean in the HTML that mail programs write: what nobody sees, what is a quote, what has no space around it. */
final class HtmlStructure {

    private static final Set<String> SKIPPED =
            Set.of("script", "style", "head", "title", "template", "noscript", "object", "svg", "select", "math");

    /** Preheaders for the list of a mail program, and what its sender wanted nobody to see. */
    private static final Pattern HIDDEN = Pattern.compile(
            "display:none|visibility:hidden|mso-hide:all|(^|;)opacity:0(\\.0+)?(;|$)|(^|;)font-size:0(px|pt|em|%)?(;|$)|max-height:0(px)?(;|$)");

    private static final Pattern NO_MARGIN = Pattern.compile("(^|;)margin(-top|-bottom)?:0");
    private static final Pattern NO_BORDER = Pattern.compile("(^|;)border(-left)?:(none|0|medium none)");
    private static final Set<String> OFFICE = Set.of("MsoNormal", "MsoPlainText", "MsoListParagraph", "MsoNoSpacing");

    /** Outlook's line above the header that it copies. */
    private static final Pattern OUTLOOK_LINE = Pattern.compile("border-top:solid#?(e1e1e1|b5c4df)1\\.0pt");

    private static final Set<String> QUOTE_CLASSES = Set.of(
            "gmail_quote",
            "gmail_attr",
            "moz-cite-prefix",
            "yahoo_quoted",
            "protonmail_quote",
            "tutanota_quote",
            "zmail_extra",
            "ms-outlook-mobile-reference-message",
            "ntes-mailmaster-quote");
    private static final Set<String> QUOTE_IDS = Set.of(
            "mail-editor-reference-message-container",
            "ms-outlook-mobile-reference-message",
            "OLK_SRC_BODY_SECTION",
            "isReplyContent",
            "ntes-pcmail-quote");
    private static final Set<String> REST_IDS = Set.of("appendonsend", "divRplyFwdMsg", "zwchr");

    private HtmlStructure() {}

    /** Whether nothing of it is read. */
    static boolean unseen(Element element) {
        return SKIPPED.contains(element.normalName())
                || element.hasAttr("hidden")
                || HIDDEN.matcher(style(element)).find();
    }

    /** Whether a program has wrapped a quote or its introduction in it. */
    static boolean quote(Element element) {
        if (element.normalName().equals("blockquote") && element.attr("type").equalsIgnoreCase("cite")) {
            return true;
        }
        if (element.normalName().equals("div") && element.attr("name").equals("quote")
                || QUOTE_IDS.contains(element.id())
                || element.id().startsWith("yahoo_quoted")) {
            return true;
        }
        if (element.classNames().stream().noneMatch(QUOTE_CLASSES::contains)) {
            return false;
        }
        // Gmail wraps answers within the quote, and forwarded mails, in the same way; its block quotes and
        // introductions are sure.
        boolean around =
                element.hasClass("gmail_quote") && !element.normalName().equals("blockquote");
        return !around && !(element.hasClass("gmail_attr") && element.text().startsWith("---"));
    }

    /** Whether from here to the end of the mail all is quoted. */
    static boolean quotesRest(Element element) {
        return REST_IDS.contains(element.id())
                || element.normalName().equals("div")
                        && OUTLOOK_LINE.matcher(style(element)).find()
                        && element.select("b").size() > 1;
    }

    /** Whether a block quote is one, and not a mail program's way to indent. */
    static boolean marked(Element element) {
        return element.normalName().equals("blockquote")
                && !NO_BORDER.matcher(style(element)).find();
    }

    /** Whether there is space above and below. */
    static boolean spaced(Element element) {
        return switch (element.normalName()) {
            case "blockquote", "h1", "h2", "h3", "h4" -> true;
            case "p" ->
                element.classNames().stream().noneMatch(OFFICE::contains)
                        && !NO_MARGIN.matcher(style(element)).find();
            default -> false;
        };
    }

    private static String style(Element element) {
        String style = element.attr("style");
        return style.isEmpty() || style.length() > 2_000
                ? ""
                : Phrases.lower(style).replaceAll("\\s", "").replace("!important", "");
    }
}
