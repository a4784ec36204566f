package offprint.epub;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import offprint.xml.XmlText;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * An XML tree of epublib's, to be changed and written. Read with the JDK's own parser and written
 * by us, so that no other parser on the class path changes a byte.
 */
final class XmlTree {
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private final Document document;

  private XmlTree(Document document) {
    this.document = document;
  }

  static XmlTree parse(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new XmlTree(
          factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml))));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("epublib must write well-formed XML", e);
    }
  }

  Element root() {
    return document.getDocumentElement();
  }

  /** Takes every element of a namespace out of its prefix, and its attributes out of the tree. */
  void unprefix(String namespace) {
    for (Element element : descendants(root())) {
      NamedNodeMap attributes = element.getAttributes();
      for (int i = attributes.getLength() - 1; i >= 0; i--) {
        Attr attribute = (Attr) attributes.item(i);
        if (namespace.equals(attribute.getNamespaceURI())) {
          element.removeAttributeNode(attribute);
        }
      }
      if (namespace.equals(element.getNamespaceURI())) {
        document.renameNode(element, namespace, element.getLocalName());
      }
    }
  }

  /** A new element at the end of another. */
  Element append(Element parent, String namespace, String name, String text) {
    Element element = document.createElementNS(namespace, name);
    element.setTextContent(XmlText.clean(text));
    parent.appendChild(element);
    return element;
  }

  /** The first child of that local name; null where there is none. */
  static @Nullable Element find(Element parent, String localName) {
    List<Element> all = children(parent, localName);
    return all.isEmpty() ? null : all.getFirst();
  }

  /** The first child of that local name, which must be there. */
  static Element child(Element parent, String localName) {
    Element child = find(parent, localName);
    if (child == null) {
      throw new IllegalStateException(
          "epublib must write a " + localName + " into its " + parent.getLocalName());
    }
    return child;
  }

  static List<Element> children(Element parent, String localName) {
    return children(parent).stream().filter(e -> e.getLocalName().equals(localName)).toList();
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  private static List<Element> descendants(Element root) {
    List<Element> all = new ArrayList<>(List.of(root));
    children(root).forEach(child -> all.addAll(descendants(child)));
    return all;
  }

  /**
   * The tree as a file; names as they are in the tree, one element a line.
   *
   * @param namespaces declarations for the root, such as {@code xmlns="..."}
   */
  String toXml(String namespaces) {
    StringBuilder out = new StringBuilder(XML);
    write(root(), out, 0, " " + namespaces);
    return out.toString();
  }

  private static void write(Element element, StringBuilder out, int depth, String namespaces) {
    out.append("  ".repeat(depth)).append('<').append(element.getTagName()).append(namespaces);
    for (Attr attribute : attributes(element)) {
      out.append(' ')
          .append(attribute.getName())
          .append("=\"")
          .append(XmlText.attribute(attribute.getValue()))
          .append('"');
    }
    List<Element> children = children(element);
    if (!children.isEmpty()) {
      out.append(">\n");
      children.forEach(child -> write(child, out, depth + 1, ""));
      out.append("  ".repeat(depth)).append("</").append(element.getTagName()).append(">\n");
    } else if (element.getTextContent().isEmpty()) {
      out.append("/>\n");
    } else {
      out.append('>')
          .append(XmlText.content(element.getTextContent()))
          .append("</")
          .append(element.getTagName())
          .append(">\n");
    }
  }

  // The id first, then by name; the declarations are the root's.
  private static List<Attr> attributes(Element element) {
    List<Attr> all = new ArrayList<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Attr attribute = (Attr) element.getAttributes().item(i);
      if (!attribute.getName().toLowerCase(Locale.ROOT).startsWith("xmlns")) {
        all.add(attribute);
      }
    }
    all.sort(
        Comparator.comparing((Attr attribute) -> !attribute.getName().equals("id"))
            .thenComparing(Attr::getName));
    return all;
  }
}
