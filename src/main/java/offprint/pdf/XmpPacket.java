package offprint.pdf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import offprint.document.Metadata;
import org.jspecify.annotations.Nullable;

/** The metadata as XMP (ISO 16684-1), with the marks of PDF/A-3a and PDF/UA-1. */
final class XmpPacket {
  // PDF/A knows no schema for PDF/UA, so the packet describes it itself (ISO 19005-3, 6.6.2.3).
  private static final String PDF_UA_SCHEMA =
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
    namespace("xmp", "http://ns.adobe.com/xap/1.0/");
    namespace("pdf", "http://ns.adobe.com/pdf/1.3/");
    namespace("pdfaid", "http://www.aiim.org/pdfa/ns/id/");
    namespace("pdfuaid", "http://www.aiim.org/pdfua/ns/id/");
    xml.append(">\n");
    dublinCore(particulars);
    simple("xmp:CreateDate", date(particulars.created()));
    simple("xmp:ModifyDate", date(particulars.modified()));
    simple("xmp:MetadataDate", date(particulars.modified()));
    simple("xmp:CreatorTool", particulars.creator());
    simple("pdf:Producer", particulars.producer());
    simple("pdf:Keywords", particulars.keywords());
    simple("pdfaid:part", "3");
    simple("pdfaid:conformance", "A");
    simple("pdfuaid:part", "1");
    xml.append("</rdf:Description>\n").append(PDF_UA_SCHEMA);
    xml.append("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
    return xml.toString();
  }

  private void dublinCore(Particulars particulars) {
    Metadata metadata = particulars.metadata();
    simple("dc:format", "application/pdf");
    alternatives("dc:title", metadata.title(), metadata.language());
    // Info's Author is one string; where XMP has several names, PDF/A wants the first to be it.
    array("dc:creator", "Seq", particulars.authors() == null ? List.of() : names(metadata));
    alternatives("dc:description", metadata.description(), metadata.language());
    array("dc:subject", "Bag", metadata.keywords());
    array("dc:language", "Bag", List.of(metadata.language()));
    array("dc:publisher", "Bag", some(metadata.publisher()));
    alternatives("dc:rights", metadata.rights(), metadata.language());
    simple("dc:source", metadata.source());
    simple("dc:identifier", metadata.identifier());
    array("dc:date", "Seq", metadata.date() == null ? List.of() : some(metadata.date().toString()));
  }

  private static List<String> names(Metadata metadata) {
    return metadata.authors().stream().map(Metadata.Author::name).toList();
  }

  private static List<String> some(@Nullable String value) {
    return value == null ? List.of() : List.of(value);
  }

  private void namespace(String prefix, String name) {
    xml.append("\n  xmlns:").append(prefix).append("=\"").append(name).append('"');
  }

  private void simple(String property, @Nullable String value) {
    if (value != null) {
      xml.append('<').append(property).append('>').append(escaped(value));
      xml.append("</").append(property).append(">\n");
    }
  }

  private void array(String property, String kind, List<String> values) {
    if (values.isEmpty()) {
      return;
    }
    xml.append('<').append(property).append("><rdf:").append(kind).append('>');
    for (String value : values) {
      xml.append("<rdf:li>").append(escaped(value)).append("</rdf:li>");
    }
    xml.append("</rdf:").append(kind).append("></").append(property).append(">\n");
  }

  private void alternatives(String property, @Nullable String value, String language) {
    if (value == null) {
      return;
    }
    xml.append('<').append(property).append("><rdf:Alt>");
    for (String tag : List.of("x-default", language)) {
      xml.append("<rdf:li xml:lang=\"").append(escaped(tag)).append("\">");
      xml.append(escaped(value)).append("</rdf:li>");
    }
    xml.append("</rdf:Alt></").append(property).append(">\n");
  }

  private static String date(Instant instant) {
    return instant.toString();
  }

  // What XML 1.0 has no character for is left out.
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .filter(c -> c >= ' ' && c != 0xFFFE && c != 0xFFFF || c == '\t' || c == '\n' || c == '\r')
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }
}
