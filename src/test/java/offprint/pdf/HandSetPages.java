package offprint.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import offprint.archive.Enclosures;
import offprint.document.Block;
import offprint.document.Document;
import offprint.document.LinkList;
import offprint.document.Metadata;
import offprint.document.Settings;
import offprint.glyph.Face;
import offprint.glyph.FontBook;
import offprint.glyph.GlyphRun;
import offprint.glyph.HarfBuzzShaper;
import offprint.page.Mark;
import offprint.page.Page;
import offprint.page.Pages;
import offprint.page.Structure.Content;
import offprint.page.Structure.Element;
import offprint.page.Structure.Role;
import offprint.source.Asset;
import offprint.source.Findings;
import offprint.source.Source;
import offprint.style.Style.Colour;

/** Pages by hand: a line below the other, no paragraphs. */
final class HandSetPages {
  static final Face FACE = FontBook.bundled().face(List.of("Source Serif 4"), 10, 400, false);
  final Element root = new Element(Role.DOCUMENT);
  final List<Page> pages = new ArrayList<>();
  final List<Mark> marks = new ArrayList<>();
  private double y = 60;

  static GlyphRun run(String text, String... features) {
    try (HarfBuzzShaper shaper = new HarfBuzzShaper()) {
      return shaper.shape(text, FACE, 10, List.of(features), "en", false);
    }
  }

  HandSetPages line(String text, Mark.Owner owner) {
    return line(text, 40, owner);
  }

  HandSetPages line(String text, double x, Mark.Owner owner) {
    text(text, x, owner);
    y += 14;
    return this;
  }

  HandSetPages text(String text, double x, Mark.Owner owner) {
    marks.add(new Mark.Text(run(text), x, y, Colour.BLACK, owner, null));
    return this;
  }

  HandSetPages paragraph(String text) {
    return line(text, root.add(Role.PARAGRAPH).content());
  }

  HandSetPages rule(Mark.Owner owner) {
    marks.add(new Mark.Rule(40, y, 100, 0.5, new Colour(200, 30, 30), owner));
    return this;
  }

  HandSetPages picture(Asset asset, Content owner) {
    marks.add(new Mark.Picture(asset, 40, y, 50, 50, owner));
    y += 60;
    return this;
  }

  HandSetPages link(
      double x, double width, Mark.Destination to, Element element, String description) {
    marks.add(new Mark.Link(x, y - 10, width, 12, to, element, description));
    return this;
  }

  HandSetPages anchor(String name) {
    marks.add(new Mark.Anchor(name, 40, y - 10));
    return this;
  }

  HandSetPages turn() {
    pages.add(new Page(pages.size() + 1, 420, 595, marks));
    marks.clear();
    y = 60;
    return this;
  }

  Pages pages() {
    if (!marks.isEmpty() || pages.isEmpty()) {
      turn();
    }
    return new Pages(pages, root);
  }

  static Metadata metadata() {
    return new Metadata(
        "Sands & <Seas>: the “Reef”",
        null,
        null,
        List.of(
            new Metadata.Author("Ada Lovelace", "Lovelace, Ada", null, null, null, null),
            new Metadata.Author("Łukasz Żak", "Żak, Łukasz", null, null, null, null)),
        LocalDate.of(2024, 5, 17),
        null,
        "en-GB",
        "What reefs are made of",
        List.of("reefs", "sand"),
        "Reef Press",
        "© 2024 the authors",
        null,
        "urn:isbn:9783161484100",
        null);
  }

  static Document document(List<Block> body) {
    return new Document(
        metadata(),
        List.of(),
        body,
        List.of(),
        List.of(),
        new LinkList(LinkList.Mode.NONE, List.of(), List.of()),
        Settings.NONE,
        new Source("reef/article.md", Path.of("reef"), "# Reef\n\nSand\u00a0and sea.\n"));
  }

  byte[] pdf() throws IOException {
    return pdf(document(List.of()));
  }

  byte[] pdf(Document document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PdfWriter(new Findings(), null)
        .write(pages(), document, Enclosures.of(document.source()), out);
    return out.toByteArray();
  }
}
