package arcade.media;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes an SVG anew from what {@link SvgRules} allows: an element that is not allowed goes with all that is inside it.
 * No document type, no entities, no processing instructions, no comments. The same input gives the same output.
 */
final class SvgCleaner {
    private static final int MOST_ELEMENTS = 50_000;
    private static final int DEEPEST = 100;

    private final XMLStreamReader in;
    private final XMLStreamWriter out;
    private int depth;
    private int elements;

    private SvgCleaner(XMLStreamReader in, XMLStreamWriter out) {
        this.in = in;
        this.out = out;
    }

    static byte[] clean(byte[] content) throws NotAPicture {
        ByteArrayOutputStream clean = new ByteArrayOutputStream(content.length);
        try {
            XMLStreamReader in = readers().createXMLStreamReader(new ByteArrayInputStream(content));
            XMLStreamWriter out =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(clean, StandardCharsets.UTF_8.name());
            new SvgCleaner(in, out).copy();
            out.close();
        } catch (XMLStreamException e) {
            throw new NotAPicture(
                    NotAPicture.Fault.SVG,
                    "it is no well-formed SVG (line "
                            + (e.getLocation() == null ? 1 : e.getLocation().getLineNumber()) + ")");
        }
        return clean.toByteArray();
    }

    private void copy() throws XMLStreamException, NotAPicture {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> {
                    out.writeEndElement();
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
                case XMLStreamConstants.DTD ->
                    throw new NotAPicture(NotAPicture.Fault.SVG, "its SVG has a document type, which is not accepted");
                default -> {
                    // Comments and processing instructions are left out.
                }
            }
        }
        if (elements == 0) {
            throw new NotAPicture(NotAPicture.Fault.SVG, "it is no SVG");
        }
    }

    private void text() throws XMLStreamException {
        if (depth > 0) {
            out.writeCharacters(in.getText());
        }
    }

    private void start() throws XMLStreamException, NotAPicture {
        boolean root = depth == 0;
        if (root
                && !(SvgRules.SVG.equals(in.getNamespaceURI())
                        && in.getLocalName().equals("svg"))) {
            throw new NotAPicture(NotAPicture.Fault.SVG, "it is no SVG");
        }
        if (++elements > MOST_ELEMENTS || depth >= DEEPEST) {
            throw new NotAPicture(NotAPicture.Fault.SVG, "its SVG has too many elements");
        }
        if (!SvgRules.allowsElement(in.getNamespaceURI(), in.getLocalName())) {
            skip();
            return;
        }
        out.writeStartElement(in.getLocalName());
        if (root) {
            out.writeDefaultNamespace(SvgRules.SVG);
        }
        attributes();
        depth++;
    }

    private void attributes() throws XMLStreamException {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String name = in.getAttributeLocalName(i);
            if (SvgRules.allowsAttribute(in.getAttributeNamespace(i), name, in.getAttributeValue(i))) {
                out.writeAttribute(name, in.getAttributeValue(i));
            }
        }
    }

    /** Past the end of an element that is not allowed. */
    private void skip() throws XMLStreamException, NotAPicture {
        for (int open = 1; open > 0; ) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
                elements++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            }
        }
    }

    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, base, name) -> InputStream.nullInputStream());
        return factory;
    }
}
