package offprint.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A drawing without what is not drawing: HTML in a {@code foreignObject}, which neither paper nor
 * every reading system can show, and what editors keep for themselves, such as who drew it, when
 * and in which file. Of a {@code switch} what it has for that case is drawn, which not every
 * painter would choose by itself.
 */
final class PlainSvg {
  /** What a drawing is written in; a prefix that stands for anything else is an editor's. */
  private static final Set<String> DRAWN =
      Set.of(
          "",
          "http://www.w3.org/2000/svg",
          "http://www.w3.org/1999/xlink",
          "http://www.w3.org/XML/1998/namespace");

  private static final Pattern OTHER_ENCODING =
      Pattern.compile("^<\\?xml[^>]*encoding\\s*=\\s*[\"'](?!(?i:utf-8|us-ascii)[\"'])");

  private final ByteArrayOutputStream plain = new ByteArrayOutputStream();
  private final XMLStreamReader reader;
  private final XMLStreamWriter writer;
  private final Deque<Open> open = new ArrayDeque<>();
  private boolean changed;
  private boolean lost;

  /** An element that is not at its end yet. */
  private static final class Open {
    final boolean chooses;
    boolean chose;
    boolean lost;

    Open(boolean chooses) {
      this.chooses = chooses;
    }
  }

  private PlainSvg(byte[] svg) {
    try {
      reader = reader(svg);
      writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(plain, "UTF-8");
      while (reader.hasNext()) {
        take(reader.next());
      }
      writer.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a picture has been read before it is drawn", e);
    }
  }

  /**
   * @param svg well-formed
   * @return the same array where there is nothing to leave out
   */
  static byte[] of(byte[] svg) {
    PlainSvg read = new PlainSvg(svg);
    return read.changed ? read.plain.toByteArray() : svg;
  }

  /** Whether something is left out and nothing stands in its place. */
  static boolean loses(byte[] svg) {
    return new PlainSvg(svg).lost;
  }

  static XMLStreamReader reader(byte[] svg) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    String head = new String(svg, 0, Math.min(svg.length, 200), StandardCharsets.ISO_8859_1);
    boolean wide = head.matches("(?s)(\u00FE\u00FF)?\0<.*|(\u00FF\u00FE)?<\0.*"); // UTF-16
    if (wide || OTHER_ENCODING.matcher(head).find()) {
      return factory.createXMLStreamReader(new ByteArrayInputStream(svg));
    }
    // Of bytes that are no UTF-8 the JDK's parser tells the console; no XML has this character.
    int start = head.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
    return factory.createXMLStreamReader(
        new InputStreamReader(
            new ByteArrayInputStream(svg, start, svg.length - start),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .replaceWith("\uFFFF")));
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

  private void take(int event) throws XMLStreamException {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> begin();
      case XMLStreamConstants.END_ELEMENT -> {
        writer.writeEndElement();
        Open ended = open.pop();
        lost |= ended.chooses && ended.lost && !ended.chose;
      }
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          writer.writeCharacters(reader.getText());
      case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> changed = true;
      default -> {} // what stands before the root
    }
  }

  private void begin() throws XMLStreamException {
    if (reader.getLocalName().equals("metadata") || !isDrawn(reader.getNamespaceURI())) {
      changed = true;
      skip(reader);
      return;
    }
    Open parent = open.isEmpty() ? new Open(false) : open.getFirst();
    boolean foreign = isForeign(reader);
    if (foreign || parent.chooses && (parent.chose || isConditional())) {
      lost |= foreign && !parent.chooses;
      parent.lost |= foreign;
      changed = true;
      skip(reader);
      return;
    }
    parent.chose = true;
    boolean chooses = reader.getLocalName().equals("switch");
    changed |= chooses;
    open.push(new Open(chooses));
    element(chooses ? "g" : reader.getLocalName());
  }

  // Of extensions there are none here, and of languages nothing is known (SVG 1.1, section 5.8).
  private boolean isConditional() {
    return reader.getAttributeValue(null, "requiredExtensions") != null
        || reader.getAttributeValue(null, "systemLanguage") != null;
  }

  private void element(String name) throws XMLStreamException {
    writer.writeStartElement(text(reader.getPrefix()), name, text(reader.getNamespaceURI()));
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      if (isDrawn(reader.getNamespaceURI(i))) {
        writer.writeNamespace(text(reader.getNamespacePrefix(i)), text(reader.getNamespaceURI(i)));
      } else {
        changed = true;
      }
    }
    boolean root = open.size() == 1;
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      // In the root's content diagrams.net keeps the whole drawing as it edits it.
      if (!isDrawn(reader.getAttributeNamespace(i))
          || root && reader.getAttributeLocalName(i).equals("content")) {
        changed = true;
        continue;
      }
      writer.writeAttribute(
          text(reader.getAttributePrefix(i)),
          text(reader.getAttributeNamespace(i)),
          reader.getAttributeLocalName(i),
          reader.getAttributeValue(i));
    }
  }

  private static boolean isDrawn(@Nullable String namespace) {
    return DRAWN.contains(text(namespace));
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
