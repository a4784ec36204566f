package offprint.pdf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import offprint.document.CatalogueEntry;
import offprint.document.CatalogueEntry.Copy;
import offprint.document.CatalogueEntry.Creator;
import offprint.document.NameBasedUuid;
import offprint.xml.XmlText;
import org.jspecify.annotations.Nullable;

/** The metadata as XMP (ISO 16684-1), with the marks of PDF/A-3a and PDF/UA-1. */
final class XmpPacket {
  // PDF/A asks for a description of each schema that it does not know (ISO 19005-3, 6.6.2.3).
  private static final String SCHEMAS =
      """
      <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
      xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
      xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
      <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
      </rdf:li></rdf:Seq></pdfaSchema:property>
      </rdf:li><rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>DCMI Metadata Terms</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://purl.org/dc/terms/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>dcterms</pdfaSchema:prefix>
      <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>hasFormat</pdfaProperty:name>
      <pdfaProperty:valueType>bag URI</pdfaProperty:valueType>
      <pdfaProperty:category>external</pdfaProperty:category>
      <pdfaProperty:description>Identifiers of the same in other formats</pdfaProperty:description>
      </rdf:li></rdf:Seq></pdfaSchema:property>
      </rdf:li></rdf:Bag></pdfaExtension:schemas>
      </rdf:Description>
      """;

  private final StringBuilder xml = new StringBuilder();

  private XmpPacket() {}

  static byte[] of(Particulars particulars) {
    return new XmpPacket().packet(particulars).getBytes(StandardCharsets.UTF_8);
  }

  private String packet(Particulars particulars) {
    xml.append("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
    xml.append("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n");
    xml.append("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
    xml.append("<rdf:Description rdf:about=\"\"");
    namespace("dc", "http://purl.org/dc/elements/1.1/");
    namespace("dcterms", "http://purl.org/dc/terms/");
    namespace("xmp", "http://ns.adobe.com/xap/1.0/");
    namespace("xmpMM", "http://ns.adobe.com/xap/1.0/mm/");
    namespace("pdf", "http://ns.adobe.com/pdf/1.3/");
    namespace("pdfaid", "http://www.aiim.org/pdfa/ns/id/");
    namespace("pdfuaid", "http://www.aiim.org/pdfua/ns/id/");
    xml.append(">\n");
    dublinCore(particulars);
    simple("xmp:CreateDate", particulars.entry().created().toString());
    simple("xmp:ModifyDate", particulars.entry().modified().toString());
    simple("xmp:MetadataDate", particulars.entry().modified().toString());
    simple("xmp:CreatorTool", particulars.creator());
    simple("pdf:Producer", particulars.producer());
    simple("pdf:Keywords", particulars.keywords());
    simple("pdfaid:part", "3");
    simple("pdfaid:conformance", "A");
    simple("pdfuaid:part", "1");
    xml.append("</rdf:Description>\n").append(SCHEMAS);
    xml.append("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
    return xml.toString();
  }

  private void dublinCore(Particulars particulars) {
    CatalogueEntry entry = particulars.entry();
    Copy copy = particulars.copy();
    simple("dc:format", copy.mediaType());
    alternatives("dc:title", entry.wholeTitle(), entry.language());
    array("dc:creator", "Seq", entry.creators().stream().map(Creator::name).toList());
    alternatives("dc:description", entry.description(), entry.language());
    array("dc:subject", "Bag", entry.subjects());
    array("dc:language", "Bag", List.of(entry.language()));
    array("dc:publisher", "Bag", some(entry.publisher()));
    alternatives("dc:rights", entry.rights(), entry.language());
    simple("dc:source", entry.source());
    simple("dc:identifier", entry.identifier());
    array("dc:date", "Seq", entry.date() == null ? List.of() : some(entry.date().toString()));
    array("dcterms:hasFormat", "Bag", entry.otherFormats(copy));
    array("xmp:Identifier", "Bag", List.of(entry.identifier(), entry.identifier(copy)));
    simple("xmpMM:DocumentID", entry.identifier(copy));
    simple("xmpMM:InstanceID", NameBasedUuid.urn(particulars.instance()));
  }

  private static List<String> some(@Nullable String value) {
    return value == null ? List.of() : List.of(value);
  }

  private void namespace(String prefix, String name) {
    xml.append("\n  xmlns:").append(prefix).append("=\"").append(name).append('"');
  }

  private void simple(String property, @Nullable String value) {
    if (value != null) {
      xml.append('<').append(property).append('>').append(XmlText.content(value));
      xml.append("</").append(property).append(">\n");
    }
  }

  private void array(String property, String kind, List<String> values) {
    if (values.isEmpty()) {
      return;
    }
    xml.append('<').append(property).append("><rdf:").append(kind).append('>');
    for (String value : values) {
      xml.append("<rdf:li>").append(XmlText.content(value)).append("</rdf:li>");
    }
    xml.append("</rdf:").append(kind).append("></").append(property).append(">\n");
  }

  private void alternatives(String property, @Nullable String value, String language) {
    if (value == null) {
      return;
    }
    xml.append('<').append(property).append("><rdf:Alt>");
    for (String tag : List.of("x-default", language)) {
      xml.append("<rdf:li xml:lang=\"").append(XmlText.attribute(tag)).append("\">");
      xml.append(XmlText.content(value)).append("</rdf:li>");
    }
    xml.append("</rdf:Alt></").append(property).append(">\n");
  }
}
