package org.obhut.form;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.obhut.html.BoundedPage;
import org.obhut.reading.HtmlText;

/** A form's HTML as text, in which a table's row of two cells reads as the label and value it is. */
final class FormTable {

    private static final int LONGEST_LABEL = 60;

    private FormTable() {}

    static String text(String html) {
        Document page = BoundedPage.of(html).document();
        page.select("tr").forEach(FormTable::join);
        return HtmlText.of(page.outerHtml()).text();
    }

    private static void join(Element row) {
        Elements cells = row.children();
        String label = cells.size() == 2 ? cells.get(0).text().strip() : "";
        if (!label.isEmpty() && label.length() <= LONGEST_LABEL && cells.get(1).selectFirst("table") == null) {
            cells.get(1).prependText(label.endsWith(":") || label.endsWith("：") ? label + " " : label + ": ");
            cells.get(0).remove();
        }
    }
}
