package org.obhut.export;

import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.obhut.report.Report;

/** What rows of an OpenDocument workbook look like, and its printed pages. */
record OdsStyles(Report report, Wording wording) {

    /** Added to a style's name for shares. */
    static final String SHARE = "-share";

    private static final String WHOLE = "whole";
    private static final String PERCENT = "percent";

    /** The style of a row's cell: the first column has labels, the others numbers. */
    static String name(Sheet.Kind kind, int column) {
        return kind.name().toLowerCase(Locale.ROOT) + (column == 0 ? "" : "-number");
    }

    void write(OdsXml xml) throws XMLStreamException {
        xml.root("office:document-styles", "office:version", OdsXml.VERSION);
        xml.start("office:styles");
        language(xml);
        number(xml, "number:number-style", WHOLE, "true");
        number(xml, "number:percentage-style", PERCENT, "false");
        for (Sheet.Kind kind : Sheet.Kind.values()) {
            cell(xml, kind, name(kind, 0), "", "start");
            cell(xml, kind, name(kind, 1), WHOLE, "end");
            cell(xml, kind, name(kind, 1) + SHARE, PERCENT, "end");
        }
        xml.end();
        page(xml);
        xml.end();
    }

    private void language(OdsXml xml) throws XMLStreamException {
        xml.start("style:default-style", "style:family", "table-cell");
        xml.empty(
                "style:text-properties",
                "fo:language",
                wording.language(),
                "fo:country",
                wording.language().equals("de") ? "DE" : "GB");
        xml.end();
    }

    private static void number(OdsXml xml, String element, String name, String grouped) throws XMLStreamException {
        xml.start(element, "style:name", name);
        xml.empty(
                "number:number",
                "number:decimal-places",
                "0",
                "number:min-integer-digits",
                "1",
                "number:grouping",
                grouped);
        if (name.equals(PERCENT)) {
            xml.text("number:text", "\u00a0%");
        }
        xml.end();
    }

    private static void cell(OdsXml xml, Sheet.Kind kind, String name, String format, String align)
            throws XMLStreamException {
        if (format.isEmpty()) {
            xml.start("style:style", "style:name", name, "style:family", "table-cell");
        } else {
            xml.start("style:style", "style:name", name, "style:family", "table-cell", "style:data-style-name", format);
        }
        xml.empty("style:paragraph-properties", "fo:text-align", align);
        boolean plain = kind == Sheet.Kind.TEXT || kind == Sheet.Kind.BODY;
        xml.empty(
                "style:text-properties",
                "fo:font-weight",
                plain ? "normal" : "bold",
                "fo:font-size",
                kind == Sheet.Kind.TITLE ? "14pt" : "10pt");
        xml.end();
    }

    private void page(OdsXml xml) throws XMLStreamException {
        xml.start("office:automatic-styles");
        xml.start("style:page-layout", "style:name", "a4");
        xml.empty(
                "style:page-layout-properties",
                "fo:page-width",
                "21cm",
                "fo:page-height",
                "29.7cm",
                "style:scale-to-X",
                "1");
        xml.end();
        xml.end();
        xml.start("office:master-styles");
        xml.start("style:master-page", "style:name", "Default", "style:page-layout-name", "a4");
        xml.start("style:footer");
        Optional<String> state = ReportWords.state(report, wording);
        xml.text(
                "text:p",
                report.title().in(wording.language())
                        + state.map(text -> " – " + text).orElse(""));
        xml.end();
        xml.end();
        xml.end();
    }
}
