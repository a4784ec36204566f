package offprint.composition;

import java.util.List;
import offprint.document.Direction;
import offprint.document.Document;
import offprint.glyph.FontBook;
import offprint.glyph.Shaper;
import offprint.makeup.Furniture;
import offprint.makeup.LineNumbers;
import offprint.makeup.PageBuilder;
import offprint.makeup.RunningHeads;
import offprint.page.Page;
import offprint.page.Pages;
import offprint.page.Structure;
import offprint.paragraph.FolioRooms;
import offprint.paragraph.Job;
import offprint.source.Findings;
import offprint.style.PageStyle;
import offprint.style.Style;
import offprint.style.Tag;
import offprint.style.Theme;
import offprint.type.TypeCase;

/** Sets a document in pages. */
public final class Typesetter {
  /** What a character takes of a line, with its share of the blanks, in ems. */
  private static final double CHARACTER = 0.44;

  private final Theme theme;
  private final FontBook fonts;
  private final Shaper shaper;
  private final Findings findings;

  public Typesetter(Theme theme, FontBook fonts, Shaper shaper, Findings findings) {
    this.theme = theme;
    this.fonts = fonts;
    this.shaper = shaper;
    this.findings = findings;
  }

  /** The pages of a document; at least one. */
  public Pages set(Document document) {
    TypeCase type = typeCase(document);
    FolioRooms rooms = FolioRooms.guessed(folioDigits(document));
    while (true) {
      // What is found in a setting that is not kept concerns nobody.
      Findings found = new Findings();
      PageBuilder builder = builder(document);
      Pages pages = set(document, type, rooms, builder, found);
      FolioRooms fitted = rooms.fitted(builder.folios());
      if (fitted == rooms) {
        findings.add(found);
        return pages;
      }
      rooms = fitted;
    }
  }

  private PageBuilder builder(Document document) {
    Direction direction = Direction.of(document.metadata().language());
    return new PageBuilder(
        folio -> page(folio, direction),
        theme.facing(),
        theme.body().ledOut(),
        theme.body().leading(),
        theme.style(Job.body().child(Tag.NOTES, null)),
        measure(),
        direction);
  }

  private Pages set(
      Document document, TypeCase type, FolioRooms rooms, PageBuilder builder, Findings found) {
    double grid = theme.body().leading();
    Job job = new Job(theme, type, document, found, measure(), depth());
    Compositor compositor = new Compositor(job, rooms);
    Structure.Element root = new Structure.Element(Structure.Role.DOCUMENT);
    builder.add(compositor.article(root));
    builder.add(compositor.links(root, builder::pagesOfLinks));
    List<Page> pages =
        builder.finish(
            new Furniture(
                type,
                job.language(),
                grid,
                new RunningHeads(document.metadata(), found, job.place())),
            new LineNumbers(
                type,
                theme.style(Job.body().child(Tag.LINE_NUMBER, null)),
                Direction.of(job.language())));
    return new Pages(pages, root);
  }

  private PageStyle page(int folio, Direction direction) {
    PageStyle page = theme.page(PageStyle.Side.ofFolio(folio), folio == 1);
    return direction == Direction.RIGHT_TO_LEFT ? page.mirrored() : page;
  }

  private double measure() {
    return theme.page(PageStyle.Side.RECTO, false).measure();
  }

  private double depth() {
    return PageBuilder.depth(theme.page(PageStyle.Side.RECTO, false), theme.body().leading());
  }

  private TypeCase typeCase(Document document) {
    return new TypeCase(fonts, shaper, findings, document.source());
  }

  // From how much text a page has room for, of which headings and the like take their part.
  private int folioDigits(Document document) {
    Style body = theme.body();
    double characters = measure() / (CHARACTER * body.size());
    double perPage = Math.max(1, 0.6 * characters * depth() / body.leading());
    int pages = (int) (document.source().text().length() / perPage) + 2;
    return Integer.toString(pages).length();
  }
}
