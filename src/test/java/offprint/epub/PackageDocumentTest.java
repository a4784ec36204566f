package offprint.epub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import offprint.document.Block;
import offprint.document.Document;
import offprint.document.LinkList;
import offprint.document.Metadata;
import offprint.source.Asset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class PackageDocumentTest {
  @Test
  void theNcxAndThePackageKnowTheBookByTheSameName() {
    for (Document document :
        List.of(sink(), Articles.document(Articles.PLAIN, Articles.paragraph("a")))) {
      Opened book = Opened.book(document);
      String identifier =
          Opened.all(book.xml("content.opf"), "identifier").getFirst().getTextContent();
      assertThat(Opened.all(book.xml("toc.ncx"), "meta"))
          .filteredOn(meta -> meta.getAttribute("name").equals("dtb:uid"))
          .singleElement()
          .satisfies(meta -> assertThat(meta.getAttribute("content")).isEqualTo(identifier));
    }
  }

  @Test
  void theNcxIsTwoLevelsDeep() {
    Element ncx = Opened.book(Articles.long_()).xml("toc.ncx");
    // ten parts, what is below each, and the list of links; nothing of the third level
    assertThat(Opened.all(ncx, "navPoint")).hasSize(21);
    assertThat(depth(Opened.all(ncx, "navMap").getFirst())).isEqualTo(2);
  }

  private static int depth(Element element) {
    return Opened.all(element, "navPoint").stream().mapToInt(p -> level(p)).max().orElse(0);
  }

  private static int level(Element point) {
    Element parent = (Element) point.getParentNode();
    return parent.getLocalName().equals("navPoint") ? level(parent) + 1 : 1;
  }

  @Test
  void eachAuthorIsACreatorWithARoleAndAPlaceInTheOrder() {
    Element opf = Opened.book(sink()).xml("content.opf");
    assertThat(Opened.all(opf, "creator"))
        .extracting(Element::getTextContent)
        .containsExactly("Ada Lovelace", "Alan Turing", "Grace Hopper");
    assertThat(refined(opf, "#creator1"))
        .containsEntry("role", "aut")
        .containsEntry("file-as", "Lovelace, Ada")
        .containsEntry("dcterms:identifier", "https://orcid.org/0000-0002-1825-0097");
    assertThat(refined(opf, "#creator3")).as("no ORCID iD").doesNotContainKey("dcterms:identifier");
    assertThat(refined(opf, "#subtitle")).containsEntry("title-type", "subtitle");
  }

  private static Map<String, String> refined(Element opf, String id) {
    return Opened.all(opf, "meta").stream()
        .filter(meta -> meta.getAttribute("refines").equals(id))
        .collect(Collectors.toMap(meta -> meta.getAttribute("property"), Element::getTextContent));
  }

  @Test
  void theCoverIsNamedInBothWays() {
    Opened book =
        Opened.book(
            Articles.document(Articles.PLAIN, Articles.paragraph("a")),
            Articles.png("front.png"),
            null);
    Element opf = book.xml("content.opf");
    Element cover =
        Opened.all(opf, "item").stream()
            .filter(item -> item.getAttribute("properties").equals("cover-image"))
            .findFirst()
            .orElseThrow();
    assertThat(cover.getAttribute("href")).isEqualTo("images/front.png");
    assertThat(Opened.all(opf, "meta"))
        .anySatisfy(
            meta -> {
              assertThat(meta.getAttribute("name")).isEqualTo("cover");
              assertThat(meta.getAttribute("content")).isEqualTo(cover.getAttribute("id"));
            });
    assertThat(Epubcheck.messages(book.bytes())).isEmpty();
  }

  @Test
  void picturesAreOnlySpokenOfWhereThereAreSome() {
    Block.Paragraph told = Articles.paragraph(Articles.image(Articles.png("a.png"), "a reef"));
    Block.Paragraph untold = Articles.paragraph(Articles.image(Articles.png("a.png"), ""));
    assertThat(accessibility(Articles.paragraph("no picture")))
        .contains("accessMode textual", "accessModeSufficient textual", "accessibilityHazard none")
        .doesNotContain("accessMode visual", "accessibilityFeature alternativeText");
    assertThat(accessibility(told))
        .contains(
            "accessMode visual",
            "accessModeSufficient textual",
            "accessibilityFeature alternativeText");
    assertThat(accessibility(told, untold))
        .contains("accessMode visual", "accessModeSufficient textual,visual")
        .doesNotContain("accessModeSufficient textual", "accessibilityFeature alternativeText");
  }

  @Test
  void ofWhatMovesInTheBookNothingIsPromised() {
    Asset drawing = Articles.svg("still.svg");
    String svg = new String(drawing.bytes(), StandardCharsets.UTF_8);
    String moving = svg.replace("<rect", "<animate attributeName=\"x\" dur=\"1s\"/><rect");
    byte[] bytes = moving.getBytes(StandardCharsets.UTF_8);
    for (Asset still : List.of(drawing, Articles.gif("a.gif"), Articles.webp("a.webp"))) {
      assertThat(accessibility(Articles.paragraph(Articles.image(still, "a reef"))))
          .contains("accessibilityHazard none");
    }
    Asset wave = new Asset("wave.svg", "image/svg+xml", 20, 10, bytes);
    assertThat(accessibility(Articles.paragraph(Articles.image(wave, "a wave"))))
        .contains("accessibilityHazard unknown");
  }

  private static List<String> accessibility(Block... body) {
    Opened book = Opened.book(Articles.document(Articles.PLAIN, body));
    assertThat(Epubcheck.messages(book.bytes())).isEmpty();
    return Opened.all(book.xml("content.opf"), "meta").stream()
        .filter(meta -> meta.getAttribute("property").startsWith("schema:"))
        .map(
            meta ->
                meta.getAttribute("property").substring("schema:".length())
                    + " "
                    + meta.getTextContent())
        .toList();
  }

  @Test
  void theBookWasLastChangedWhenItsAuthorSaysSo() {
    assertThat(modified(sink(), "0")).isEqualTo("2025-12-24T00:00:00Z");
    assertThat(modified(Articles.document(Articles.PLAIN), "0")).isEqualTo("2025-12-01T00:00:00Z");
    // date -u -d @1700000000
    assertThat(modified(undated(), "1700000000")).isEqualTo("2023-11-14T22:13:20Z");
    assertThat(modified(undated(), null)).isEqualTo("2000-01-01T00:00:00Z");
    assertThat(Opened.book(undated(), null, "yesterday").codes())
        .containsExactly("source-date-epoch", "undated");
  }

  private static String modified(Document document, @Nullable String epoch) {
    return Opened.all(Opened.book(document, null, epoch).xml("content.opf"), "meta").stream()
        .filter(meta -> meta.getAttribute("property").equals("dcterms:modified"))
        .map(Element::getTextContent)
        .findFirst()
        .orElseThrow();
  }

  private static Document undated() {
    return Articles.document(
        new Metadata(
            "Reefs", null, null, List.of(), null, null, "en", null, List.of(), null, null, null,
            null, null),
        Articles.paragraph("a"));
  }

  @Test
  void aLanguageThatIsNoneIsTold() {
    Opened book = Opened.book(Articles.document(Articles.inLanguage("in_English!")));
    assertThat(book.codes()).containsExactly("unknown-language");
    assertThat(Epubcheck.messages(book.bytes())).isEmpty();
  }

  @Test
  void anArabicBookIsReadFromTheRight() {
    Opened book =
        Opened.book(Articles.document(Articles.inLanguage("ar"), Articles.paragraph("a")));
    Element spine = Opened.all(book.xml("content.opf"), "spine").getFirst();
    assertThat(spine.getAttribute("page-progression-direction")).isEqualTo("rtl");
    assertThat(book.xml("text.xhtml").getAttribute("dir")).isEqualTo("rtl");
    assertThat(Epubcheck.messages(book.bytes())).isEmpty();
  }

  private static Document sink() {
    return Articles.kitchenSink(LinkList.Mode.LIST, null);
  }
}
