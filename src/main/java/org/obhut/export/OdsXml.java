package org.obhut.export;

import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Elements of ODF by their usual prefixes. Attributes are given as name, value, name, value. */
record OdsXml(XMLStreamWriter writer) {

    static final String VERSION = "1.3";

    private static final String OASIS = "urn:oasis:names:tc:opendocument:xmlns:";
    private static final Map<String, String> NAMESPACES = new TreeMap<>(Map.of(
            "office", OASIS + "office:1.0",
            "table", OASIS + "table:1.0",
            "text", OASIS + "text:1.0",
            "style", OASIS + "style:1.0",
            "fo", OASIS + "xsl-fo-compatible:1.0",
            "number", OASIS + "datastyle:1.0",
            "manifest", OASIS + "manifest:1.0",
            "meta", OASIS + "meta:1.0",
            "dc", "http://purl.org/dc/elements/1.1/"));

    void root(String name, String... attributes) throws XMLStreamException {
        writer.writeStartElement(prefix(name), local(name), uri(name));
        for (Map.Entry<String, String> each : NAMESPACES.entrySet()) {
            writer.writeNamespace(each.getKey(), each.getValue());
        }
        attributes(attributes);
    }

    void start(String name, String... attributes) throws XMLStreamException {
        writer.writeStartElement(prefix(name), local(name), uri(name));
        attributes(attributes);
    }

    void empty(String name, String... attributes) throws XMLStreamException {
        writer.writeEmptyElement(prefix(name), local(name), uri(name));
        attributes(attributes);
    }

    void text(String name, String text) throws XMLStreamException {
        start(name);
        writer.writeCharacters(text);
        end();
    }

    void end() throws XMLStreamException {
        writer.writeEndElement();
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            String name = attributes[i];
            writer.writeAttribute(prefix(name), uri(name), local(name), attributes[i + 1]);
        }
    }

    private static String prefix(String name) {
        return name.substring(0, name.indexOf(':'));
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static String uri(String name) {
        return NAMESPACES.get(prefix(name));
    }
}
