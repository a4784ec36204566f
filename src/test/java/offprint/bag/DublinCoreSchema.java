package offprint.bag;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/**
 * What oai_dc.xsd and DCMI's schema of simple Dublin Core, which it imports, ask for: the fifteen
 * elements, each as often as one likes and in any order, with text alone in them and xml:lang.
 */
final class DublinCoreSchema {
  private static final String DC = "http://purl.org/dc/elements/1.1/";
  private static final String OAI = "http://www.openarchives.org/OAI/2.0/oai_dc/";
  private static final List<String> ELEMENTS =
      List.of(
          "title",
          "creator",
          "subject",
          "description",
          "publisher",
          "contributor",
          "date",
          "type",
          "format",
          "identifier",
          "source",
          "language",
          "relation",
          "coverage",
          "rights");

  private DublinCoreSchema() {}

  static void assertValid(Path file) throws SAXException, IOException {
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    Schema schema =
        factory.newSchema(
            new Source[] {
              schema(XMLConstants.XML_NS_URI, "", "<xs:attribute name='lang' type='xs:language'/>"),
              schema(
                  DC,
                  "<xs:import namespace='" + XMLConstants.XML_NS_URI + "'/>",
                  "<xs:complexType name='words'><xs:simpleContent>"
                      + "<xs:extension base='xs:string'><xs:attribute ref='xml:lang'/>"
                      + "</xs:extension></xs:simpleContent></xs:complexType>"
                      + each("<xs:element name='%s' type='d:words'/>")),
              schema(
                  OAI,
                  "<xs:import namespace='" + DC + "'/>",
                  "<xs:element name='dc'><xs:complexType>"
                      + "<xs:choice minOccurs='0' maxOccurs='unbounded'>"
                      + each("<xs:element ref='d:%s'/>")
                      + "</xs:choice></xs:complexType></xs:element>")
            });
    schema.newValidator().validate(new StreamSource(file.toFile()));
  }

  private static String each(String declaration) {
    return ELEMENTS.stream().map(declaration::formatted).collect(Collectors.joining());
  }

  private static Source schema(String namespace, String imports, String declarations) {
    return new StreamSource(
        new StringReader(
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:d='"
                + DC
                + "' targetNamespace='"
                + namespace
                + "' elementFormDefault='qualified'>"
                + imports
                + declarations
                + "</xs:schema>"));
  }
}
