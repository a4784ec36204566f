package offprint.bag;

import offprint.document.CatalogueEntry;
import offprint.document.CatalogueEntry.Copy;
import offprint.xml.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * What a catalogue says of an article as Dublin Core's fifteen elements, in the XML that archives
 * harvest from each other (OAI-PMH 2.0, oai_dc). What is more exact in the copies is here the
 * element it refines: dcterms:hasFormat, relation.
 */
final class DublinCore {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <oai_dc:dc
          xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
          xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ \
      http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
      """;

  private final CatalogueEntry entry;
  private final StringBuilder xml = new StringBuilder(HEAD);

  private DublinCore(CatalogueEntry entry) {
    this.entry = entry;
  }

  /** A file of XML. */
  static String of(CatalogueEntry entry) {
    return new DublinCore(entry).write();
  }

  private String write() {
    inItsLanguage("title", entry.wholeTitle());
    entry.creators().forEach(creator -> element("creator", creator.name()));
    entry.subjects().forEach(subject -> inItsLanguage("subject", subject));
    inItsLanguage("description", entry.description());
    element("publisher", entry.publisher());
    element("date", entry.date() == null ? null : entry.date().toString());
    element("type", "Text");
    element("format", Copy.PRINTED.mediaType());
    element("format", Copy.READER.mediaType());
    element("identifier", entry.identifier());
    element("source", entry.source());
    element("language", entry.language());
    element("relation", entry.identifier(Copy.PRINTED));
    element("relation", entry.identifier(Copy.READER));
    inItsLanguage("rights", entry.rights());
    return xml.append("</oai_dc:dc>\n").toString();
  }

  private void element(String name, @Nullable String value) {
    element(name, "", value);
  }

  private void inItsLanguage(String name, @Nullable String value) {
    element(name, " xml:lang=\"" + XmlText.attribute(entry.language()) + "\"", value);
  }

  private void element(String name, String attribute, @Nullable String value) {
    if (value != null) {
      xml.append("  <dc:").append(name).append(attribute).append('>');
      xml.append(XmlText.content(value)).append("</dc:").append(name).append(">\n");
    }
  }
}
