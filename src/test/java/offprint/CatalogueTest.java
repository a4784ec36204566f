package offprint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import offprint.archive.Recipe;
import offprint.bag.BagWriter;
import offprint.document.CatalogueEntry;
import offprint.document.CatalogueEntry.Copy;
import offprint.document.Settings;
import offprint.glyph.FontBook;
import offprint.source.Findings;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the copies of whole articles say about them, in Info, XMP and the package document. */
class CatalogueTest {
  private static final String DC = "http://purl.org/dc/elements/1.1/";
  private static final String DCTERMS = "http://purl.org/dc/terms/";
  private static final String XMP = "http://ns.adobe.com/xap/1.0/";
  private static final String XMP_MM = "http://ns.adobe.com/xap/1.0/mm/";
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final Path CASES = Path.of("src/test/articles");

  @TempDir Path out;

  static List<Path> articles() throws IOException {
    return ArticlesTest.articles();
  }

  @ParameterizedTest
  @MethodSource("articles")
  void allOfThemSayTheSame(Path article) throws Exception {
    Press.Result result = press(article);
    CatalogueEntry entry =
        CatalogueEntry.of(requireNonNull(result.document()), null, new Findings());
    Element opf = opf(result.written().get(1));
    try (PDDocument pdf = Loader.loadPDF(result.written().getFirst().toFile())) {
      Element xmp = xml(pdf.getDocumentCatalog().getMetadata().exportXMPMetadata());
      xmpSays(entry, xmp);
      infoSays(entry, pdf.getDocumentInformation());
      trailerSays(one(xmp, XMP_MM, "InstanceID"), pdf);
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo(entry.language());
    }
    packageSays(entry, opf);
    bagSays(entry);
  }

  private void bagSays(CatalogueEntry entry) throws Exception {
    BagWriter writer = new BagWriter(out.resolve("bags"), "reef", "reef.md", new Findings());
    Path bag = requireNonNull(writer.write(entry, entry.date(), List.of()));
    String info = Files.readString(bag.resolve("bag-info.txt")).replace("\n  ", " ");
    assertThat(info).contains(entry.wholeTitle(), "External-Identifier: " + entry.identifier());
    Element core;
    try (InputStream in = Files.newInputStream(bag.resolve("data/dublin-core.xml"))) {
      core = xml(in);
    }
    assertThat(texts(core, DC, "title")).containsExactly(entry.wholeTitle());
    assertThat(texts(core, DC, "creator")).isEqualTo(names(entry));
    assertThat(texts(core, DC, "identifier")).containsExactly(entry.identifier());
    assertThat(texts(core, DC, "relation"))
        .containsExactly(entry.identifier(Copy.PRINTED), entry.identifier(Copy.READER));
    assertThat(texts(core, DC, "language")).containsExactly(entry.language());
    assertThat(texts(core, DC, "description")).isEqualTo(some(entry.description()));
    assertThat(texts(core, DC, "subject")).isEqualTo(entry.subjects());
    assertThat(texts(core, DC, "publisher")).isEqualTo(some(entry.publisher()));
    assertThat(texts(core, DC, "rights")).isEqualTo(some(entry.rights()));
    assertThat(texts(core, DC, "source")).isEqualTo(some(entry.source()));
    assertThat(texts(core, DC, "date")).isEqualTo(some(entry.date()));
  }

  private static void xmpSays(CatalogueEntry entry, Element xmp) {
    assertThat(texts(xmp, DC, "identifier")).containsExactly(entry.identifier());
    assertThat(texts(xmp, XMP, "Identifier"))
        .containsExactly(entry.identifier(), entry.identifier(Copy.PRINTED));
    assertThat(one(xmp, XMP_MM, "DocumentID")).isEqualTo(entry.identifier(Copy.PRINTED));
    assertThat(texts(xmp, DCTERMS, "hasFormat")).containsExactly(entry.identifier(Copy.READER));
    assertThat(texts(xmp, DC, "title")).containsExactly(entry.wholeTitle(), entry.wholeTitle());
    assertThat(texts(xmp, DC, "creator")).isEqualTo(names(entry));
    assertThat(texts(xmp, DC, "language")).containsExactly(entry.language());
    assertThat(texts(xmp, DC, "description")).containsExactlyElementsOf(twice(entry.description()));
    assertThat(texts(xmp, DC, "subject")).isEqualTo(entry.subjects());
    assertThat(texts(xmp, DC, "publisher")).isEqualTo(some(entry.publisher()));
    assertThat(texts(xmp, DC, "rights")).containsExactlyElementsOf(twice(entry.rights()));
    assertThat(texts(xmp, DC, "source")).isEqualTo(some(entry.source()));
    assertThat(texts(xmp, DC, "date")).isEqualTo(some(entry.date()));
    assertThat(one(xmp, XMP, "CreateDate")).isEqualTo(entry.created().toString());
    assertThat(one(xmp, XMP, "ModifyDate")).isEqualTo(entry.modified().toString());
  }

  private static void infoSays(CatalogueEntry entry, PDDocumentInformation info) {
    assertThat(info.getTitle()).isEqualTo(entry.wholeTitle());
    assertThat(info.getCreator()).isEqualTo(Recipe.thisPress());
    assertThat(info.getAuthor()).isEqualTo(joined("; ", names(entry)));
    assertThat(info.getSubject()).isEqualTo(entry.description());
    assertThat(info.getKeywords()).isEqualTo(joined(", ", entry.subjects()));
    assertThat(info.getCreationDate().toInstant()).isEqualTo(entry.created());
    assertThat(info.getModificationDate().toInstant()).isEqualTo(entry.modified());
  }

  private static void trailerSays(String instance, PDDocument pdf) {
    COSArray ids = pdf.getDocument().getTrailer().getCOSArray(COSName.ID);
    for (int i = 0; i < 2; i++) {
      assertThat(((COSString) ids.getObject(i)).toHexString())
          .isEqualToIgnoringCase(instance.replaceAll("^urn:uuid:|-", ""));
    }
  }

  private static void packageSays(CatalogueEntry entry, Element opf) {
    assertThat(texts(opf, DC, "identifier"))
        .containsExactly(entry.identifier(), entry.identifier(Copy.READER));
    assertThat(metas(opf, "dcterms:hasFormat", null))
        .containsExactly(entry.identifier(Copy.PRINTED));
    List<String> titles = new ArrayList<>(List.of(entry.title()));
    titles.addAll(some(entry.subtitle()));
    assertThat(texts(opf, DC, "title")).isEqualTo(titles);
    assertThat(metas(opf, "title-type", "#title")).containsExactly("main");
    assertThat(metas(opf, "title-type", "#subtitle"))
        .isEqualTo(entry.subtitle() == null ? List.of() : List.of("subtitle"));
    assertThat(elements(opf, "*", "meta"))
        .filteredOn(meta -> meta.getAttribute("name").equals("generator"))
        .extracting(meta -> meta.getAttribute("content"))
        .containsExactly(Recipe.thisPress());
    assertThat(texts(opf, DC, "creator")).isEqualTo(names(entry));
    for (int i = 0; i < entry.creators().size(); i++) {
      CatalogueEntry.Creator creator = entry.creators().get(i);
      String id = "#creator" + (i + 1);
      assertThat(metas(opf, "file-as", id)).containsExactly(creator.fileAs());
      assertThat(metas(opf, "role", id)).containsExactly(creator.relator());
      assertThat(metas(opf, "dcterms:identifier", id)).isEqualTo(some(creator.orcid()));
    }
    assertThat(texts(opf, DC, "language")).containsExactly(entry.language());
    assertThat(texts(opf, DC, "description")).isEqualTo(some(entry.description()));
    assertThat(texts(opf, DC, "subject")).isEqualTo(entry.subjects());
    assertThat(texts(opf, DC, "publisher")).isEqualTo(some(entry.publisher()));
    assertThat(texts(opf, DC, "rights")).isEqualTo(some(entry.rights()));
    // The PDF besides, as its pages are counted.
    List<String> sources = new ArrayList<>(some(entry.source()));
    sources.add(entry.identifier(Copy.PRINTED));
    assertThat(texts(opf, DC, "source")).isEqualTo(sources);
    assertThat(texts(opf, DC, "date")).isEqualTo(some(entry.date()));
    assertThat(metas(opf, "dcterms:modified", null))
        .extracting(Instant::parse)
        .containsExactly(entry.modified());
  }

  @Test
  void nothingThatTheAuthorSaysIsLost() throws Exception {
    Press.Result result = press(CASES.resolve("catalogue/article.md"));
    assertThat(result.findings()).isEmpty();
    CatalogueEntry entry =
        CatalogueEntry.of(requireNonNull(result.document()), null, new Findings());
    Map<Copy, String> copies = new LinkedHashMap<>();
    for (Copy copy : Copy.values()) {
      copies.put(copy, entry.identifier(copy));
    }
    assertThat(entry)
        .isEqualTo(
            new CatalogueEntry(
                "https://doi.org/10.1000/182",
                copies,
                "Sand & Sea: “Two < Three” Reefs",
                "What a catalogue asks for",
                List.of(
                    new CatalogueEntry.Creator(
                        "Ada Lovelace",
                        "Lovelace, Ada",
                        "aut",
                        "https://orcid.org/0000-0002-1825-0097"),
                    new CatalogueEntry.Creator(
                        "Ludwig van der Berg", "Berg, Ludwig van der", "trl", null)),
                "en-GB",
                "Two reefs were counted & compared; one is “larger” than the other.",
                List.of("reefs", "sand & sea", "珊瑚"),
                "Smith & Daughters",
                "© 2026 Ada Lovelace. CC BY 4.0",
                "https://example.org/reefs?a=1&b=2",
                LocalDate.of(2026, 3, 1),
                Instant.parse("2026-03-01T00:00:00Z"),
                Instant.parse("2026-11-24T00:00:00Z")));
  }

  @Test
  void aSheetOfTheSameThemeMakesAnotherFileOfTheSameCopy() throws Exception {
    Path theme = Files.createDirectory(out.resolve("reef"));
    Files.writeString(theme.resolve("article.css"), "p { margin: 0 }\n");
    Files.writeString(theme.resolve("print.css"), "@import '../classic/print.css';\n");
    List<String> before = identifiers(theme);
    assertThat(identifiers(theme)).isEqualTo(before);
    Files.writeString(
        theme.resolve("print.css"), "@import '../classic/print.css';\np { color: #111 }\n");
    List<String> after = identifiers(theme);
    assertThat(after.getFirst()).isEqualTo(before.getFirst());
    assertThat(after.getLast()).isNotEqualTo(before.getLast());
  }

  /** What the PDF is a copy of, and which file of it. */
  private List<String> identifiers(Path theme) throws Exception {
    Settings settings = Settings.builder().theme(theme.toString()).build();
    Press press = new Press(new Press.Options(settings, List.of(Format.PDF), false));
    Press.Result result = press.press(CASES.resolve("catalogue/article.md"), out);
    try (PDDocument pdf = Loader.loadPDF(result.written().getFirst().toFile())) {
      Element xmp = xml(pdf.getDocumentCatalog().getMetadata().exportXMPMetadata());
      return List.of(one(xmp, XMP_MM, "DocumentID"), one(xmp, XMP_MM, "InstanceID"));
    }
  }

  private Press.Result press(Path article) {
    Path given = article.resolveSibling("fonts");
    List<Path> fonts = Files.isDirectory(given) ? List.of(given) : List.of();
    FontBook book = FontBook.with(fonts, false, new Findings());
    return new Press(Press.Options.DEFAULT, book).press(article, out);
  }

  private static List<String> names(CatalogueEntry entry) {
    return entry.creators().stream().map(CatalogueEntry.Creator::name).toList();
  }

  private static List<String> some(@Nullable Object value) {
    return value == null ? List.of() : List.of(value.toString());
  }

  // XMP's texts in a language stand there as the default too.
  private static List<String> twice(@Nullable String value) {
    return value == null ? List.of() : List.of(value, value);
  }

  private static @Nullable String joined(String separator, List<String> words) {
    return words.isEmpty() ? null : String.join(separator, words);
  }

  private static String one(Element root, String namespace, String name) {
    List<String> texts = texts(root, namespace, name);
    assertThat(texts).as(name).hasSize(1);
    return texts.getFirst();
  }

  /** The texts of an element, or of the items of XMP's arrays. */
  private static List<String> texts(Element root, String namespace, String name) {
    List<String> texts = new ArrayList<>();
    for (Element element : elements(root, namespace, name)) {
      List<Element> items = elements(element, RDF, "li");
      (items.isEmpty() ? List.of(element) : items).forEach(e -> texts.add(e.getTextContent()));
    }
    return texts;
  }

  private static List<String> metas(Element opf, String property, @Nullable String refines) {
    return elements(opf, "*", "meta").stream()
        .filter(meta -> meta.getAttribute("property").equals(property))
        .filter(meta -> meta.getAttribute("refines").equals(refines == null ? "" : refines))
        .map(Element::getTextContent)
        .toList();
  }

  private static List<Element> elements(Element root, String namespace, String name) {
    NodeList nodes = root.getElementsByTagNameNS(namespace, name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private static Element opf(Path epub) throws Exception {
    try (ZipFile zip = new ZipFile(epub.toFile(), StandardCharsets.UTF_8);
        InputStream opf = zip.getInputStream(zip.getEntry("OEBPS/content.opf"))) {
      return xml(opf);
    }
  }

  private static Element xml(InputStream stream) throws Exception {
    // epubcheck brings factories of its own.
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    byte[] bytes = stream.readAllBytes();
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)).getDocumentElement();
  }
}
