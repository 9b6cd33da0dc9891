package org.obhut.export;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A page of HTML as a tagged PDF (ISO 14289-1, PDF/UA-1): headings, tables with their header cells, figures with their alternative
 * text, the language and the title are those of the page; its second-level headings with an id become bookmarks. Nothing is
 * loaded for it from anywhere and no script is run.
 */
public final class TaggedPdf {

    private static final String FAMILY = "Fira Sans";
    private static final int REGULAR = 400;
    private static final int SEMI_BOLD = 600;

    static {
        XRLog.setLoggingEnabled(false);
    }

    private TaggedPdf() {}

    /**
     * Writes the PDF; the stream stays open.
     *
     * @param html our own page, with {@code lang}, a title and a description
     */
    public static void write(String html, OutputStream to) throws IOException {
        Document page = new W3CDom().namespaceAware(false).fromJsoup(Jsoup.parse(html));
        addBookmarks(page);
        nameCharts(page);
        try (var charts = new ChartDrawer()) {
            new PdfRendererBuilder()
                    .useFastMode()
                    .usePdfUaAccessibility(true)
                    .usePdfVersion(1.7f)
                    .withProducer("Obhut")
                    .useFont(() -> Lettering.file(Lettering.REGULAR), FAMILY, REGULAR, FontStyle.NORMAL, true)
                    .useFont(() -> Lettering.file(Lettering.SEMI_BOLD), FAMILY, SEMI_BOLD, FontStyle.NORMAL, true)
                    .useSVGDrawer(charts)
                    .useUriResolver((base, uri) -> null)
                    .useExternalResourceAccessControl(
                            (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useExternalResourceAccessControl(
                            (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .withW3cDocument(page, null)
                    .toStream(to)
                    .run();
        }
    }

    private static void addBookmarks(Document page) {
        Element bookmarks = page.createElement("bookmarks");
        NodeList headings = page.getElementsByTagName("h2");
        for (int i = 0; i < headings.getLength(); i++) {
            Element heading = (Element) headings.item(i);
            if (heading.hasAttribute("id")) {
                Element bookmark = page.createElement("bookmark");
                bookmark.setAttribute("name", heading.getTextContent().strip());
                bookmark.setAttribute("href", "#" + heading.getAttribute("id"));
                bookmarks.appendChild(bookmark);
            }
        }
        page.getElementsByTagName("head").item(0).appendChild(bookmarks);
    }

    /** A figure's alternative text is its attribute {@code alt}: what the chart says of itself to those who do not see it. */
    private static void nameCharts(Document page) {
        NodeList charts = page.getElementsByTagName("svg");
        for (int i = 0; i < charts.getLength(); i++) {
            Element chart = (Element) charts.item(i);
            chart.setAttribute("alt", (text(chart, "title") + ". " + text(chart, "desc")).strip());
        }
    }

    private static String text(Element chart, String name) {
        NodeList found = chart.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}
