package org.obhut.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.obhut.report.Report;

/**
 * A report as an OpenDocument spreadsheet (OASIS ODF 1.3): numbers are numbers, words are words and never a formula. Has its title
 * and language, and the headings of a table are repeated on each page that is printed.
 */
public final class OdsWorkbook {

    private static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";

    /** Writes one of the package's XML files. */
    private interface Part {
        void write(OdsXml xml) throws XMLStreamException;
    }

    private OdsWorkbook() {}

    /** Writes the workbook; the stream stays open. */
    public static void write(Report report, Wording wording, OutputStream to) throws IOException {
        var zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        addType(zip);
        add(zip, "META-INF/manifest.xml", OdsWorkbook::manifest);
        add(zip, "meta.xml", xml -> meta(xml, report, wording));
        add(zip, "styles.xml", xml -> new OdsStyles(report, wording).write(xml));
        add(zip, "content.xml", xml -> OdsContent.write(xml, Sheet.of(report, wording), wording.language()));
        zip.finish();
    }

    /** ODF 1.3, part 2, 3.3: first, and not compressed, so that the type can be told from the first bytes. */
    private static void addType(ZipOutputStream zip) throws IOException {
        byte[] type = TYPE.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(type);
        var entry = new ZipEntry("mimetype");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(type.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(type);
        zip.closeEntry();
    }

    private static void add(ZipOutputStream zip, String name, Part part) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            var writer = XMLOutputFactory.newInstance().createXMLStreamWriter(bytes, "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
            part.write(new OdsXml(writer));
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        zip.putNextEntry(new ZipEntry(name));
        bytes.writeTo(zip);
        zip.closeEntry();
    }

    private static void manifest(OdsXml xml) throws XMLStreamException {
        xml.root("manifest:manifest", "manifest:version", OdsXml.VERSION);
        xml.empty("manifest:file-entry", "manifest:full-path", "/", "manifest:media-type", TYPE);
        for (String file : new String[] {"content.xml", "styles.xml", "meta.xml"}) {
            xml.empty("manifest:file-entry", "manifest:full-path", file, "manifest:media-type", "text/xml");
        }
        xml.end();
    }

    private static void meta(OdsXml xml, Report report, Wording wording) throws XMLStreamException {
        xml.root("office:document-meta", "office:version", OdsXml.VERSION);
        xml.start("office:meta");
        xml.text("meta:generator", "Obhut");
        xml.text("dc:title", report.title().in(wording.language()));
        xml.text("dc:language", wording.language());
        xml.end();
        xml.end();
    }
}
