package offprint.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A drawing without what is not drawing: HTML in a {@code foreignObject}, which neither paper nor
 * every reading system can show. What a {@code switch} has for that case is left.
 */
final class PlainSvg {
  private PlainSvg() {}

  /**
   * @param svg well-formed
   * @return the same array where there is nothing to leave out
   */
  static byte[] of(byte[] svg) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try {
      XMLStreamReader reader = reader(svg);
      XMLStreamWriter writer =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(plain, "UTF-8");
      boolean met = false;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT && isForeign(reader)) {
          met = true;
          skip(reader);
        } else {
          copy(event, reader, writer);
        }
      }
      writer.close();
      return met ? plain.toByteArray() : svg;
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a picture has been read before it is drawn", e);
    }
  }

  static XMLStreamReader reader(byte[] svg) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory.createXMLStreamReader(new ByteArrayInputStream(svg));
  }

  static boolean isForeign(XMLStreamReader reader) {
    return reader.getLocalName().equalsIgnoreCase("foreignObject");
  }

  /** Goes from an element's beginning to its end. */
  static void skip(XMLStreamReader reader) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = reader.next();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  private static void copy(int event, XMLStreamReader reader, XMLStreamWriter writer)
      throws XMLStreamException {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> element(reader, writer);
      case XMLStreamConstants.END_ELEMENT -> writer.writeEndElement();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          writer.writeCharacters(reader.getText());
      default -> {} // a comment, or what stands before the root
    }
  }

  private static void element(XMLStreamReader reader, XMLStreamWriter writer)
      throws XMLStreamException {
    writer.writeStartElement(
        text(reader.getPrefix()), reader.getLocalName(), text(reader.getNamespaceURI()));
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      writer.writeNamespace(text(reader.getNamespacePrefix(i)), text(reader.getNamespaceURI(i)));
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      writer.writeAttribute(
          text(reader.getAttributePrefix(i)),
          text(reader.getAttributeNamespace(i)),
          reader.getAttributeLocalName(i),
          reader.getAttributeValue(i));
    }
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
