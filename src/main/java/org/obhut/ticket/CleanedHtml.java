package org.obhut.ticket;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.safety.Safelist;

/**
 * The only HTML of a mail that anyone sees: structure and links, nothing that runs, loads, submits or looks like the console
 * itself. Images are left out altogether, since fetching one tells its sender that the mail was read.
 */
final class CleanedHtml {

    private static final Safelist ALLOWED = new Safelist()
            .addTags("a", "abbr", "b", "blockquote", "br", "cite", "code", "dd", "del", "div", "dl", "dt", "em")
            .addTags("h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "li", "ol", "p", "pre", "q", "s", "small")
            .addTags("span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul")
            .addAttributes("a", "href")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("th", "colspan", "rowspan")
            .addProtocols("a", "href", "https", "http", "mailto")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
            .addEnforcedAttribute("a", "target", "_blank");

    private CleanedHtml() {}

    static String of(String html) {
        return Jsoup.clean(html, "", ALLOWED, new OutputSettings().prettyPrint(false));
    }
}
