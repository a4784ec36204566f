package offprint.pdf;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import offprint.archive.Enclosures;
import offprint.document.Block;
import offprint.document.Document;
import offprint.document.Inline;
import offprint.glyph.GlyphRun;
import offprint.page.Mark;
import offprint.page.Mark.Destination;
import offprint.page.Structure;
import offprint.page.Structure.Element;
import offprint.page.Structure.Role;
import offprint.source.Asset;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.style.Style.Colour;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

class PdfWriterTest {
  private final HandSetPages page = new HandSetPages();

  @Test
  void everythingAnArticleCanHoldIsValid() throws IOException {
    page.line("Running head", Mark.Artifact.HEADER).rule(Mark.Artifact.LAYOUT).anchor("title");
    page.line("Reef", page.root.add(Role.HEADING_1).content());
    list();
    table();
    linked("https://bücher.example/ö x?q=1");
    for (Asset asset : pictures()) {
      Element figure = page.root.add(Role.FIGURE).alternative("A square");
      page.picture(asset, figure.content());
    }
    page.turn().anchor("note");
    Element note = page.root.add(Role.NOTE).id("note-1");
    page.line("1", note.add(Role.LABEL).content());
    page.line("A note", note.add(Role.PARAGRAPH).content());
    page.line("1", Mark.Artifact.FOOTER);
    Verapdf.assertValid(page.pdf());
  }

  @Test
  void aLineIsMarkedAsHighAsItsLettersNotItsAccents() throws IOException {
    page.line("Ådepth", page.root.add(Role.PARAGRAPH).content());
    try (PDDocument read = Loader.loadPDF(page.pdf())) {
      PDPage first = read.getPage(0);
      PDFont font =
          first.getResources().getFont(first.getResources().getFontNames().iterator().next());
      // The d's ascender and the p's descender in the face, in thousandths of the em.
      assertThat(font.getFontDescriptor().getAscent()).isBetween(720f, 770f);
      assertThat(font.getFontDescriptor().getDescent()).isBetween(-270f, -220f);
    }
  }

  @Test
  void theWordsComeBackExactly() throws IOException {
    page.paragraph("The office’s difficult fjord, e\u0301lan and “waffles” — 1950.");
    Structure.Content content = page.root.add(Role.PARAGRAPH).content();
    for (String word : List.of("Coral", "cOrAL")) {
      page.marks.add(
          new Mark.Text(
              HandSetPages.run(word, "smcp"),
              word.equals("Coral") ? 40 : 90,
              100,
              Colour.BLACK,
              content,
              null));
    }
    byte[] pdf = page.pdf();
    Verapdf.assertValid(pdf);
    assertThat(text(pdf))
        .contains("The office’s difficult fjord,")
        .contains("“waffles” — 1950.")
        .contains("Coral")
        .contains("cOrAL");
  }

  @Test
  void aStretchedRunStandsAsWideAsItSays() throws IOException {
    Element paragraph = page.root.add(Role.PARAGRAPH);
    GlyphRun plain = HandSetPages.run("wide office words");
    GlyphRun wide = plain.justified(1.02, 0.1, 3);
    page.marks.add(new Mark.Text(wide, 40, 60, Colour.BLACK, paragraph.content(), null));
    page.marks.add(new Mark.Text(plain, 40, 80, Colour.BLACK, paragraph.content(), null));
    byte[] bytes = page.pdf();
    assertThat(text(bytes)).contains("wide office words");
    // One for all letters of the line.
    assertThat(painted(bytes)).containsOnlyOnce("0.09804 Tc").containsOnlyOnce("\n0 Tc");
    assertThat(widths(bytes))
        .satisfiesExactly(
            width -> assertThat(width).isCloseTo(wide.width(), within(0.02)),
            width -> assertThat(width).isCloseTo(plain.width(), within(0.02)));
    Verapdf.assertValid(bytes);
  }

  /** Of the lines, from the first letter to the last, as who reads the file reckons them. */
  private static List<Double> widths(byte[] bytes) throws IOException {
    List<Double> widths = new ArrayList<>();
    PDFTextStripper stripper =
        new PDFTextStripper() {
          @Override
          protected void writeString(String line, List<TextPosition> letters) {
            TextPosition last = letters.getLast();
            double end = last.getXDirAdj() + last.getWidthDirAdj();
            widths.add(end - letters.getFirst().getXDirAdj());
          }
        };
    stripper.setWordSeparator(" ");
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      stripper.getText(pdf);
    }
    return widths;
  }

  @Test
  void aHyphenAtALinesEndIsASoftOne() throws IOException {
    Structure.Content content = page.root.add(Role.PARAGRAPH).content();
    page.text("diffi", 40, content);
    double x = 40 + HandSetPages.run("diffi").width();
    page.marks.add(new Mark.Text(HandSetPages.run("-"), x, 60, Colour.BLACK, content, "\u00AD"));
    byte[] pdf = page.line("", content).line("cult", content).pdf();
    Verapdf.assertValid(pdf);
    assertThat(text(pdf)).contains("diffi").doesNotContain("diffi-");
    assertThat(painted(pdf)).contains("/Span <</ActualText(\u00FE\u00FF\0\u00AD)>>");
  }

  private static String painted(byte[] bytes) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      return new String(pdf.getPage(0).getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void theStructureIsInReadingOrderNotInPaintingOrder() throws IOException {
    Structure.Content first = page.root.add(Role.PARAGRAPH).content();
    Structure.Content second = page.root.add(Role.PARAGRAPH).content();
    page.root.add(Role.PARAGRAPH).content(); // never painted
    page.line("second", second).line("first", first);
    try (PDDocument pdf = Loader.loadPDF(page.pdf())) {
      COSArray kids = kids(documentElement(pdf));
      assertThat(kids.size()).isEqualTo(2);
      assertThat(dictionary(kids.getObject(0)).getInt(COSName.K)).isEqualTo(1);
      assertThat(dictionary(kids.getObject(1)).getInt(COSName.K)).isEqualTo(0);
    }
  }

  @Test
  void anEmptyCellKeepsItsPlace() throws IOException {
    table();
    try (PDDocument pdf = Loader.loadPDF(page.pdf())) {
      COSDictionary table = dictionary(documentElement(pdf).getDictionaryObject(COSName.K));
      COSDictionary row = dictionary(kids(dictionary(kids(table).getObject(1))).getObject(1));
      assertThat(kids(row).size()).isEqualTo(2);
      COSDictionary head =
          dictionary(dictionary(kids(table).getObject(0)).getDictionaryObject(COSName.K));
      COSDictionary header = dictionary(head.getDictionaryObject(COSName.K));
      COSDictionary attributes = header.getCOSDictionary(COSName.A);
      assertThat(attributes.getNameAsString("Scope")).isEqualTo("Column");
      assertThat(attributes.getInt("ColSpan")).isEqualTo(2);
    }
  }

  @Test
  void aListSaysHowItCounts() throws IOException {
    list();
    try (PDDocument pdf = Loader.loadPDF(page.pdf())) {
      COSDictionary list = dictionary(documentElement(pdf).getDictionaryObject(COSName.K));
      assertThat(list.getCOSDictionary(COSName.A).getNameAsString("ListNumbering"))
          .isEqualTo("Decimal");
    }
  }

  @Test
  void aLinkIsTiedToItsAnnotation() throws IOException {
    linked("https://bücher.example/ö x?q=1");
    page.turn().anchor("note").paragraph("Here");
    try (PDDocument pdf = Loader.loadPDF(page.pdf())) {
      COSDictionary paragraph = dictionary(kids(documentElement(pdf)).getObject(0));
      COSDictionary link = dictionary(kids(paragraph).getObject(1));
      assertThat(link.getString("Alt")).isEqualTo("reefs (https://bücher.example)");
      COSDictionary reference = dictionary(kids(link).getObject(1));
      assertThat(reference.getNameAsString(COSName.TYPE)).isEqualTo("OBJR");
      COSDictionary annotation = reference.getCOSDictionary(COSName.OBJ);
      assertThat(annotation.getCOSDictionary(COSName.A).getString(COSName.URI))
          .isEqualTo("https://xn--bcher-kva.example/%C3%B6%20x?q=1");
      assertThat(annotation.getInt(COSName.STRUCT_PARENT)).isNotNegative();
      assertThat(annotation.getString(COSName.CONTENTS)).contains("reefs");
    }
  }

  @Test
  void aNoteIsFoundByItsIdentifier() throws IOException {
    page.line("A note", page.root.add(Role.NOTE).id("note-1").content());
    try (PDDocument pdf = Loader.loadPDF(page.pdf())) {
      COSDictionary tree =
          pdf.getDocumentCatalog()
              .getStructureTreeRoot()
              .getCOSObject()
              .getCOSDictionary(COSName.getPDFName("IDTree"));
      COSArray names = tree.getCOSArray(COSName.NAMES);
      assertThat(names.getString(0)).isEqualTo("note-1");
      assertThat(dictionary(names.getObject(1)).getNameAsString(COSName.S)).isEqualTo("Note");
    }
  }

  @Test
  void headingsAreBookmarks() throws IOException {
    page.anchor("title").line("Reef", page.root.add(Role.HEADING_1).content());
    page.anchor("sand").line("Sand", page.root.add(Role.HEADING_2).content());
    Place place = Place.of("article.md");
    Block heading = new Block.Heading(2, "sand", List.of(new Inline.Text("Sand", place)), place);
    byte[] bytes = page.pdf(HandSetPages.document(List.of(heading)));
    Verapdf.assertValid(bytes);
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      List<String> titles = new ArrayList<>();
      pdf.getDocumentCatalog()
          .getDocumentOutline()
          .children()
          .forEach(i -> titles.add(i.getTitle()));
      assertThat(titles).containsExactly(HandSetPages.metadata().title(), "Sand");
    }
  }

  @Test
  void theMarkdownIsInside() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(page.paragraph("Sand").pdf())) {
      var file =
          requireNonNull(
              pdf.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().get("article.md"));
      assertThat(file.getFilename()).isEqualTo("article.md");
      assertThat(new String(file.getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8))
          .isEqualTo("# Reef\n\nSand\u00a0and sea.\n");
      assertThat(file.getCOSObject().getNameAsString("AFRelationship")).isEqualTo("Source");
    }
  }

  @Test
  void thePicturesAreUpright() throws IOException {
    page.picture(pictures().getFirst(), page.root.add(Role.FIGURE).alternative("A").content());
    try (PDDocument pdf = Loader.loadPDF(page.pdf())) {
      BufferedImage rendered = new PDFRenderer(pdf).renderImage(0);
      assertThat(new Color(rendered.getRGB(45, 65)).getRed()).isGreaterThan(200);
      assertThat(new Color(rendered.getRGB(85, 105)).getBlue()).isGreaterThan(200);
    }
  }

  @Test
  void aTurnedPictureHasItsHeadAtTheLeft() throws IOException {
    Structure.Content owner = page.root.add(Role.FIGURE).alternative("A").content();
    page.marks.add(new Mark.Picture(pictures().getFirst(), 40, 60, 50, 50, owner, true));
    byte[] bytes = page.pdf();
    Verapdf.assertValid(bytes);
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      BufferedImage rendered = new PDFRenderer(pdf).renderImage(0);
      assertThat(new Color(rendered.getRGB(45, 105)).getRed()).isGreaterThan(200);
      assertThat(new Color(rendered.getRGB(85, 65)).getBlue()).isGreaterThan(200);
    }
  }

  @Test
  void aTurnedLineRunsUpThePage() throws IOException {
    Structure.Content owner = page.root.add(Role.PARAGRAPH).content();
    double y = 300;
    for (String word : List.of("office ", "reef")) {
      GlyphRun run = HandSetPages.run(word);
      page.marks.add(new Mark.Text(run, 100, y, Colour.BLACK, owner, null, true));
      y -= run.width();
    }
    byte[] bytes = page.pdf();
    Verapdf.assertValid(bytes);
    List<TextPosition> seen = new ArrayList<>();
    PDFTextStripper stripper =
        new PDFTextStripper() {
          @Override
          protected void writeString(String text, List<TextPosition> positions) {
            seen.addAll(positions);
          }
        };
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      stripper.getText(pdf);
    }
    // PDFBox ends lines where it likes in what is turned.
    assertThat(text(bytes).replace("\n", "")).contains("office reef");
    assertThat(seen).allMatch(at -> at.getDir() == 90 && Math.abs(at.getX() - 100) < 0.1);
    assertThat(seen.getFirst().getY()).isCloseTo(300, within(0.1f));
    assertThat(seen.getLast().getEndY()).isCloseTo((float) (595 - y), within(0.1f));
  }

  @Test
  void aBrokenPictureIsAFinding() throws IOException {
    Asset broken = new Asset("fig/a.gif", "image/gif", 10, 10, new byte[] {'G', 'I', 'F'});
    page.picture(broken, page.root.add(Role.FIGURE).alternative("A").content());
    Findings findings = new Findings();
    Document document = HandSetPages.document(List.of());
    boolean written =
        new PdfWriter(findings, null)
            .write(
                page.pages(),
                document,
                Enclosures.of(document.source()),
                new ByteArrayOutputStream());
    assertThat(written).isFalse();
    assertThat(findings.list().getFirst().code()).isEqualTo("not-a-picture");
    assertThat(findings.list().getFirst().place().file()).isEqualTo("fig/a.gif");
  }

  @Test
  void aMissingGlyphIsOurOwnMistake() {
    page.paragraph("\u0F40"); // Tibetan, which no text face here has
    assertThatThrownBy(page::pdf)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a run must have a glyph");
  }

  @Test
  void theSamePagesGiveTheSameBytes() throws IOException {
    page.paragraph("Sand and sea");
    page.picture(pictures().get(2), page.root.add(Role.FIGURE).alternative("A").content());
    assertThat(page.pdf()).isEqualTo(page.pdf());
  }

  private void list() {
    Element list = page.root.add(Role.LIST).numbering(Structure.Numbering.DECIMAL);
    for (int i = 1; i < 3; i++) {
      Element item = list.add(Role.LIST_ITEM);
      page.text(i + ".", 30, item.add(Role.LABEL).content());
      page.line("item", item.add(Role.LIST_BODY).add(Role.PARAGRAPH).content());
    }
  }

  private void table() {
    Element table = page.root.add(Role.TABLE);
    Element head = table.add(Role.TABLE_HEAD).add(Role.TABLE_ROW);
    Element header = head.add(Role.TABLE_HEADER).scope(Structure.Scope.COLUMN).spans(2, 1);
    page.line("Head", header.content());
    Element body = table.add(Role.TABLE_BODY);
    Element row = body.add(Role.TABLE_ROW);
    page.text("a", 40, row.add(Role.TABLE_DATA).content());
    page.line("b", 90, row.add(Role.TABLE_DATA).content());
    row = body.add(Role.TABLE_ROW);
    page.line("c", row.add(Role.TABLE_DATA).content());
    row.add(Role.TABLE_DATA).content();
  }

  private void linked(String address) {
    Element paragraph = page.root.add(Role.PARAGRAPH);
    page.text("See ", 40, paragraph.content());
    Element link = paragraph.add(Role.LINK);
    page.text("reefs", 60, link.content());
    page.link(60, 25, new Destination.Address(address), link, "reefs (https://bücher.example)");
    Element call = paragraph.add(Role.REFERENCE).add(Role.LINK);
    page.text("1", 90, call.add(Role.LABEL).content());
    page.link(90, 5, new Destination.Name("note"), call, "Note 1");
    page.line(".", 100, paragraph.content());
  }

  /** Red at the upper left, blue at the lower right; the last two are translucent and drawn. */
  private static List<Asset> pictures() throws IOException {
    List<Asset> assets = new ArrayList<>();
    assets.add(drawn("png", BufferedImage.TYPE_INT_RGB));
    assets.add(drawn("jpeg", BufferedImage.TYPE_INT_RGB));
    assets.add(drawn("gif", BufferedImage.TYPE_BYTE_INDEXED));
    assets.add(drawn("jpeg", BufferedImage.TYPE_BYTE_GRAY));
    assets.add(drawn("png", BufferedImage.TYPE_BYTE_INDEXED));
    assets.add(drawn("png", BufferedImage.TYPE_USHORT_GRAY));
    assets.add(drawn("png", BufferedImage.TYPE_INT_ARGB));
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'>"
            + "<rect width='10' height='10' fill='#c00' opacity='.5'/>"
            + "<path d='M10 10L20 20' stroke='blue'/></svg>";
    assets.add(
        new Asset("fig/a.svg", "image/svg+xml", 20, 20, svg.getBytes(StandardCharsets.UTF_8)));
    return assets;
  }

  private static Asset drawn(String form, int type) throws IOException {
    BufferedImage image = new BufferedImage(20, 20, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, 10, 10);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(10, 10, 10, 10);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, form, out)).isTrue();
    return new Asset("fig/a." + form, "image/" + form, 20, 20, out.toByteArray());
  }

  private static String text(byte[] bytes) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  private static COSDictionary documentElement(PDDocument pdf) {
    COSArray roots =
        pdf.getDocumentCatalog().getStructureTreeRoot().getCOSObject().getCOSArray(COSName.K);
    return dictionary(roots.getObject(0));
  }

  private static COSArray kids(COSDictionary element) {
    return element.getCOSArray(COSName.K);
  }

  private static COSDictionary dictionary(COSBase object) {
    return (COSDictionary) object;
  }
}
