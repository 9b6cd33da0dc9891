package org.obhut.export;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.obhut.report.Cell;

/** The sheets of an OpenDocument workbook. */
final class OdsContent {

    private OdsContent() {}

    static void write(OdsXml xml, List<Sheet> sheets, String language) throws XMLStreamException {
        xml.root("office:document-content", "office:version", OdsXml.VERSION);
        xml.start("office:automatic-styles");
        column(xml, "labels", "9cm");
        column(xml, "numbers", "3cm");
        xml.end();
        xml.start("office:body");
        xml.start("office:spreadsheet");
        for (Sheet sheet : sheets) {
            table(xml, sheet, language);
        }
        xml.end();
        xml.end();
        xml.end();
    }

    private static void column(OdsXml xml, String name, String width) throws XMLStreamException {
        xml.start("style:style", "style:name", name, "style:family", "table-column");
        xml.empty("style:table-column-properties", "style:column-width", width);
        xml.end();
    }

    private static void table(OdsXml xml, Sheet sheet, String language) throws XMLStreamException {
        int width = sheet.lines().stream()
                .mapToInt(line -> line.cells().size())
                .max()
                .orElse(1);
        xml.start("table:table", "table:name", sheet.name());
        xml.empty("table:table-column", "table:style-name", "labels");
        if (width > 1) {
            xml.empty(
                    "table:table-column",
                    "table:style-name",
                    "numbers",
                    "table:number-columns-repeated",
                    String.valueOf(width - 1));
        }
        for (Sheet.Line line : sheet.lines()) {
            if (line.kind() == Sheet.Kind.HEAD) {
                xml.start("table:table-header-rows");
                row(xml, line, language);
                xml.end();
            } else {
                row(xml, line, language);
            }
        }
        xml.end();
    }

    private static void row(OdsXml xml, Sheet.Line line, String language) throws XMLStreamException {
        xml.start("table:table-row");
        for (int column = 0; column < line.cells().size(); column++) {
            cell(xml, line.cells().get(column), OdsStyles.name(line.kind(), column), language);
        }
        xml.end();
    }

    private static void cell(OdsXml xml, Cell cell, String style, String language) throws XMLStreamException {
        if (cell instanceof Cell.Count count) {
            number(xml, style, "float", String.valueOf(count.value()));
        } else if (cell instanceof Cell.Mean mean) {
            number(xml, style, "float", String.valueOf(mean.value()));
        } else if (cell instanceof Cell.Share share) {
            number(xml, style + OdsStyles.SHARE, "percentage", String.valueOf(share.percent() / 100.0));
        } else {
            xml.start("table:table-cell", "table:style-name", style, "office:value-type", "string");
        }
        xml.text("text:p", CellText.of(cell, language));
        xml.end();
    }

    private static void number(OdsXml xml, String style, String type, String value) throws XMLStreamException {
        xml.start("table:table-cell", "table:style-name", style, "office:value-type", type, "office:value", value);
    }
}
