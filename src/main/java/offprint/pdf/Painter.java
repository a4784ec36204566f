package offprint.pdf;

import java.io.IOException;
import offprint.page.Mark;
import offprint.page.Page;
import offprint.page.Plate;
import offprint.page.Structure;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;

/** Paints pages in their places on a plate, mark by mark, and decides nothing. */
final class Painter {
  private static final PdfName ARTIFACT = new PdfName("Artifact");

  private final PdfFile file;
  private final EmbeddedFonts fonts;
  private final EmbeddedPictures pictures;
  private final StructureTree structure;
  private final Links links;

  Painter(
      PdfFile file,
      EmbeddedFonts fonts,
      EmbeddedPictures pictures,
      StructureTree structure,
      Links links) {
    this.file = file;
    this.fonts = fonts;
    this.pictures = pictures;
    this.structure = structure;
    this.links = links;
  }

  void paint(Plate plate) throws IOException {
    file.beginPage(plate.width(), plate.height());
    structure.beginPage(file.getCurrentPage());
    links.beginPage(file.getCurrentPage());
    for (Plate.Placed placed : plate.pages()) {
      Placement placement = Placement.of(placed, plate);
      structure.place(placed.page().folio(), placement);
      links.place(placed.page().height(), placement);
      place(placed.page(), placement);
    }
    links.endPage();
    structure.endPage();
  }

  private void place(Page page, Placement placement) throws IOException {
    if (placement.isNone()) {
      paint(page);
      return;
    }
    PdfContentByte content = file.getDirectContent();
    content.saveState();
    float scale = (float) placement.scale();
    content.concatCTM(scale, 0, 0, scale, (float) placement.x(), (float) placement.y());
    paint(page);
    content.restoreState();
  }

  private void paint(Page page) throws IOException {
    Sheet sheet = new Sheet(page.height());
    for (Mark mark : page.marks()) {
      switch (mark) {
        case Mark.Text text -> sheet.text(text);
        case Mark.Formula formula -> sheet.formula(formula);
        case Mark.Rule rule -> sheet.rule(rule);
        case Mark.Picture picture -> sheet.picture(picture);
        case Mark.Link link -> links.link(link);
        case Mark.Anchor anchor -> links.anchor(anchor);
      }
    }
    sheet.end();
  }

  /** One page while it is painted. Marks of one owner that follow each other share a sequence. */
  private final class Sheet {
    private final double height;
    private final PdfContentByte content = file.getDirectContent();
    private final TextPainter.Ink ink = new TextPainter.Ink(content);
    private final TextPainter writing;
    private Mark.@Nullable Owner owner;

    Sheet(double height) {
      this.height = height;
      this.writing = new TextPainter(content, fonts, ink, height);
    }

    void text(Mark.Text text) {
      if (text.run().glyphs().length > 0) {
        belongTo(text.owner());
        writing.paint(text);
      }
    }

    void rule(Mark.Rule rule) {
      belongTo(rule.owner());
      writing.end();
      ink.dip(rule.colour());
      content.rectangle(
          (float) rule.x(),
          (float) (height - rule.y() - rule.height()),
          (float) rule.width(),
          (float) rule.height());
      content.fill();
    }

    void formula(Mark.Formula formula) {
      for (Mark part : formula.parts()) {
        switch (part) {
          case Mark.Text text -> text(text);
          case Mark.Rule rule -> rule(rule);
          default -> throw new IllegalStateException("a formula must be of glyphs and lines");
        }
      }
      if (formula.owner() instanceof Structure.Content slot) {
        double x = formula.x();
        double y = height - formula.y();
        double width = formula.set().width();
        double ascent = formula.set().ascent();
        double descent = formula.set().descent();
        if (formula.turned()) {
          structure.picture(slot, x - ascent, y, x + descent, y + width);
        } else {
          structure.picture(slot, x, y - descent, x + width, y + ascent);
        }
      }
    }

    void picture(Mark.Picture picture) throws IOException {
      EmbeddedPicture embedded = pictures.of(picture.asset());
      if (embedded == null) {
        return;
      }
      belongTo(picture.owner());
      writing.end();
      double bottom = height - picture.y() - picture.height();
      if (picture.turned()) {
        content.saveState();
        content.concatCTM(0, 1, -1, 0, (float) (picture.x() + picture.width()), (float) bottom);
        embedded.paint(content, 0, 0, picture.height(), picture.width());
        content.restoreState();
      } else {
        embedded.paint(content, picture.x(), bottom, picture.width(), picture.height());
      }
      if (picture.owner() instanceof Structure.Content slot) {
        double right = picture.x() + picture.width();
        structure.picture(slot, picture.x(), bottom, right, bottom + picture.height());
      }
    }

    void end() {
      writing.end();
      if (owner != null) {
        content.endMarkedContentSequence();
      }
    }

    private void belongTo(Mark.Owner next) {
      if (next.equals(owner)) {
        return;
      }
      end();
      owner = next;
      switch (next) {
        case Structure.Content slot -> {
          PdfDictionary properties = new PdfDictionary();
          properties.put(PdfName.MCID, new PdfNumber(structure.sequence(slot)));
          PdfName role = new PdfName(slot.element().role().type());
          content.beginMarkedContentSequence(role, properties, true);
        }
        case Mark.Artifact artifact ->
            content.beginMarkedContentSequence(ARTIFACT, properties(artifact), true);
      }
    }
  }

  // ISO 32000-1, 14.8.2.2.2
  private static PdfDictionary properties(Mark.Artifact artifact) {
    PdfDictionary properties = new PdfDictionary();
    switch (artifact) {
      case HEADER, FOOTER -> {
        properties.put(PdfName.TYPE, new PdfName("Pagination"));
        String kind = artifact == Mark.Artifact.HEADER ? "Header" : "Footer";
        properties.put(PdfName.SUBTYPE, new PdfName(kind));
      }
      case LAYOUT -> properties.put(PdfName.TYPE, new PdfName("Layout"));
    }
    return properties;
  }
}
